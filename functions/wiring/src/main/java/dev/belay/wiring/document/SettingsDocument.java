package dev.belay.wiring.document;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.card.CardAction;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The settings document of an installation; {@code infra/settings.schema.json} says the same to editors and to other tools. */
public final class SettingsDocument {
    /** What one parameter of SSM's advanced tier holds (docs.aws.amazon.com, Systems Manager, managing parameter tiers). */
    private static final int LARGEST = 8192;

    private static final int DEEPEST = 32;
    private static final Set<Integer> DEDICATED = Set.of(1, 2);
    private static final int PRESS_SECONDS = 600;
    private static final int DAY_SECONDS = 86_400;

    private final Place top;

    private SettingsDocument(Place top) {
        this.top = top;
    }

    /**
     * Reads the document.
     *
     * @throws InvalidSettings with everything that is wrong with it
     */
    public static Settings read(String json) {
        List<Problem> problems = new ArrayList<>();
        Settings settings = new SettingsDocument(parsed(json, problems)).settings();
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return settings;
    }

    private static Place parsed(String json, List<Problem> problems) {
        if (json.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw unreadable("is larger than the 8 KB that a parameter in SSM holds: name less in it");
        }
        if (isDeeperThan(DEEPEST, json)) {
            throw unreadable("is nested too deep: no setting is");
        }
        if (json.isBlank()) {
            throw unreadable("is empty: infra/settings.example.json shows what belongs there");
        }
        if (json.startsWith("\uFEFF")) {
            throw unreadable("begins with a byte order mark: save it as UTF-8 without one");
        }
        if (!json.stripLeading().startsWith("{")) {
            throw unreadable("is no JSON object: begin it with {");
        }
        try {
            return new Place("", JsonParser.object().from(json), problems);
        } catch (JsonParserException e) {
            throw unreadable("cannot be read as a JSON object: look at line " + e.getLinePosition() + ", column "
                    + e.getCharPosition());
        }
    }

    private static InvalidSettings unreadable(String says) {
        return new InvalidSettings(List.of(new Problem("", says)));
    }

    /** Brackets within texts count too, which at worst refuses a text that no setting has. */
    private static boolean isDeeperThan(int levels, String json) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < json.length(); i++) {
            depth += switch (json.charAt(i)) {
                case '[', '{' -> 1;
                case ']', '}' -> -1;
                default -> 0;
            };
            deepest = Math.max(deepest, depth);
        }
        return deepest > levels;
    }

    private Settings settings() {
        top.knowing(
                "schema",
                "start_at",
                "pause_outbound",
                "servicenow",
                "slack",
                "teams",
                "operations_channel",
                "routes",
                "dedicated_priorities",
                "roles",
                "press_expires_after_seconds",
                "$schema");
        top.optionalText("$schema", Form.SCHEMA_ADDRESS);
        top.number("schema", 1, 1);
        Platforms platforms = new Platforms(top);
        Set<Integer> dedicated = top.has("dedicated_priorities") ? top.priorities("dedicated_priorities") : DEDICATED;
        return new Settings(
                startAt(),
                top.flag("pause_outbound"),
                ServiceNowSection.read(top.object("servicenow", "an object with instance, url and user")),
                platforms.chats(),
                routes(platforms, dedicated),
                dedicated,
                roles(),
                OperationsSection.read(top, platforms),
                platforms.teams(),
                Duration.ofSeconds(top.number("press_expires_after_seconds", 1, DAY_SECONDS, PRESS_SECONDS)));
    }

    private Instant startAt() {
        String text = top.text("start_at", Form.INSTANT);
        return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    }

    private List<Route> routes(Platforms platforms, Set<Integer> dedicated) {
        top.needing("routes", "at least one route, such as {\"table\": \"incident\", \"priorities\": [1, 2], …}");
        return top.objects("routes").stream()
                .flatMap(place -> new RouteSection(place, platforms, dedicated).routes().stream())
                .toList();
    }

    private Map<CardAction, Set<String>> roles() {
        Map<CardAction, Set<String>> roles = new EnumMap<>(CardAction.class);
        if (top.has("roles")) {
            Place place = top.object("roles", "an object");
            place.knowing(
                    Arrays.stream(CardAction.values()).map(CardAction::word).toList());
            for (CardAction action : CardAction.values()) {
                if (place.has(action.word())) {
                    place.needing(action.word(), Form.ROLE.description());
                    roles.put(action, place.texts(action.word(), Form.ROLE));
                }
            }
        }
        return roles;
    }
}
