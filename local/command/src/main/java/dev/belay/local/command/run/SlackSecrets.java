package dev.belay.local.command.run;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.local.command.usage.Usage;
import dev.belay.local.world.Slack;
import dev.belay.simulator.slack.AcmeWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file with another Slack's secrets: JSON with {@code bot_token}, {@code signing_secret} and {@code team_id}, and where they
 * differ from the simulated one's {@code app_id}, {@code shared_channel}, {@code operations_channel} and {@code responders}, who are invited into each channel.
 */
public final class SlackSecrets {
    private static final String RESPONDERS = "responders";

    /** As the settings document takes them. */
    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{2,20}");

    private SlackSecrets() {}

    /**
     * @throws Usage when something is missing; what is there is never shown
     */
    public static Slack read(URI api, Path file) {
        JsonObject secrets = parse(file);
        URI address = api.toString().endsWith("/") ? api : URI.create(api + "/");
        return new Slack(
                address,
                needed(secrets, "team_id", file),
                secrets.getString("app_id", AcmeWorkspace.APP.id()),
                needed(secrets, "bot_token", file),
                needed(secrets, "signing_secret", file),
                Optional.ofNullable(secrets.getString("shared_channel")),
                Optional.ofNullable(secrets.getString("operations_channel")),
                responders(secrets, file));
    }

    private static List<String> responders(JsonObject secrets, Path file) {
        if (!secrets.has(RESPONDERS)) {
            return List.of();
        }
        if (secrets.get(RESPONDERS) instanceof JsonArray ids
                && ids.stream()
                        .allMatch(id ->
                                id instanceof String text && USER.matcher(text).matches())) {
            return ids.stream().map(String.class::cast).distinct().toList();
        }
        throw new Usage(file + " has " + RESPONDERS + " that are no list of Slack user ids such as [\"U01ALICE\"]");
    }

    private static String needed(JsonObject secrets, String name, Path file) {
        return Optional.ofNullable(secrets.getString(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new Usage(file + " has no " + name));
    }

    private static JsonObject parse(Path file) {
        try {
            return JsonParser.object().from(Files.readString(file));
        } catch (JsonParserException e) {
            throw new Usage(file + " is not a JSON object");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
