package dev.belay.local.console.pane;

import com.grack.nanojson.JsonObject;
import dev.belay.local.console.web.Ask;
import dev.belay.local.console.web.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where among the panes a link leads that a real client would open; what leads outside leads nowhere here. */
public final class Links {
    /** With the {@code ts} of a message, without its point. */
    private static final Pattern SLACK = Pattern.compile(
            "https://(?:app\\.slack\\.com/client/\\w+|[\\w-]+\\.slack\\.com/archives)/(\\w+)(?:/p(\\d+))?(?:[/?].*)?");

    private static final Pattern TEAMS = Pattern.compile(
            "https://[\\w.]*teams\\.microsoft\\.\\w+/l/(?:channel|message)/([^/?]+)(?:/([^/?]+))?(?:[/?].*)?");
    private static final Pattern RECORD = Pattern.compile("(?:.*[=/])?([a-z_]+)\\.do\\?sys_id=([0-9a-f]{32}).*");
    private static final int SECONDS = 10;

    private final URI serviceNow;

    public Links(URI serviceNow) {
        this.serviceNow = serviceNow;
    }

    /** Answers {@code GET /api/link?to=…}. */
    public Reply answer(Ask ask) {
        String link = ask.required("to");
        JsonObject nowhere = new JsonObject();
        nowhere.put("pane", null);
        return Reply.json(
                slack(link).or(() -> teams(link)).or(() -> record(link)).orElse(nowhere));
    }

    private static Optional<JsonObject> slack(String link) {
        Matcher slack = SLACK.matcher(link);
        if (!slack.matches()) {
            return Optional.empty();
        }
        JsonObject json = pane("slack", "channel", slack.group(1));
        Optional.ofNullable(slack.group(2))
                .filter(digits -> digits.length() > SECONDS)
                .ifPresent(digits -> json.put("ts", digits.substring(0, SECONDS) + "." + digits.substring(SECONDS)));
        return Optional.of(json);
    }

    private static Optional<JsonObject> teams(String link) {
        Matcher teams = TEAMS.matcher(link);
        if (!teams.matches()) {
            return Optional.empty();
        }
        JsonObject json = pane("teams", "conversation", decoded(teams.group(1)));
        Optional.ofNullable(teams.group(2))
                .filter(message -> message.matches("\\d+"))
                .ifPresent(message -> json.put("message", message));
        return Optional.of(json);
    }

    /** A record of the simulated instance, whichever of its forms of a link it is. */
    private Optional<JsonObject> record(String link) {
        if (!link.startsWith(serviceNow + "/")) {
            return Optional.empty();
        }
        Matcher record =
                RECORD.matcher(decoded(link.substring(serviceNow.toString().length() + 1)));
        if (!record.matches()) {
            return Optional.empty();
        }
        JsonObject json = pane("servicenow", "table", record.group(1));
        json.put("sys_id", record.group(2));
        return Optional.of(json);
    }

    private static JsonObject pane(String pane, String name, String value) {
        return JsonObject.builder().value("pane", pane).value(name, value).done();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
