package dev.belay.document;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.card.CardAction;
import dev.belay.settings.Dedicated;
import dev.belay.settings.Lifecycle;
import dev.belay.settings.Limits;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import dev.belay.settings.TableSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the whole settings document, so that every problem in it is found at once. */
final class DocumentReader {
    /** What one parameter of SSM's advanced tier holds (docs.aws.amazon.com, Systems Manager, managing parameter tiers). */
    private static final int LARGEST = 8192;

    private static final int DEEPEST = 32;
    private static final Set<Integer> DEDICATED = Set.of(1, 2);
    private static final int PRESS_SECONDS = 600;

    /** A shorter life drops presses that met nothing but one rate limit. */
    private static final int LEAST_PRESS_SECONDS = 120;

    private static final int DAY_SECONDS = 86_400;
    private static final int MOST_CHANNELS = 10_000;
    private static final int WEEK_HOURS = 168;
    private static final int YEAR_DAYS = 365;
    private static final List<String> KEYS = List.of(
            "schema",
            "start_at",
            "pause_outbound",
            "servicenow",
            "slack",
            "teams",
            "operations_channel",
            "pagers",
            "routes",
            "dedicated_priorities",
            "dedicated_major_incidents",
            "max_incident_channels",
            "ending",
            "full_sweep_every_hours",
            "tables",
            "roles",
            "press_expires_after_seconds",
            "files",
            "$schema");

    private final JsonSection top;

    private DocumentReader(JsonSection top) {
        this.top = top;
    }

    static SettingsDocument read(String json) {
        List<Problem> problems = new ArrayList<>();
        SettingsDocument document = new DocumentReader(parsed(json, problems)).document();
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return document;
    }

    private static JsonSection parsed(String json, List<Problem> problems) {
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
            return new JsonSection("", JsonParser.object().from(json), problems);
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

    private SettingsDocument document() {
        top.allowOnly(KEYS);
        top.optionalText("$schema", ValueFormat.SCHEMA_ADDRESS);
        top.number("schema", 1, 1);
        Platforms platforms = new Platforms(top);
        Set<Integer> dedicated = top.has("dedicated_priorities") ? top.priorities("dedicated_priorities") : DEDICATED;
        PagersSection pagers = new PagersSection(top);
        List<Warnings.Placed> routes = routes(platforms, pagers, dedicated);
        Settings settings =
                settings(platforms, routes.stream().map(Warnings.Placed::route).toList(), dedicated);
        Map<String, TableSettings> tables = settings.routes().stream()
                .map(Route::table)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(name -> name, settings::table));
        return new SettingsDocument(
                settings,
                new ConnectionSettings(
                        settings.serviceNow(), tables, platforms.slack(), platforms.teams(), pagers.connections()),
                new Warnings(routes, settings, pagers.names()).all());
    }

    private Settings settings(Platforms platforms, List<Route> routes, Set<Integer> dedicated) {
        return new Settings(
                lifecycle(),
                top.flag("pause_outbound"),
                ServiceNowSection.read(top.object("servicenow", "an object with instance, url and user")),
                platforms.chats(),
                routes,
                new Dedicated(
                        dedicated,
                        top.flag("dedicated_major_incidents", true),
                        top.number("max_incident_channels", 1, MOST_CHANNELS, Dedicated.MOST)),
                TablesSection.read(top),
                roles(),
                OperationsSection.read(top, platforms),
                new Limits(
                        Duration.ofSeconds(top.number(
                                "press_expires_after_seconds", LEAST_PRESS_SECONDS, DAY_SECONDS, PRESS_SECONDS)),
                        FilesSection.read(top)));
    }

    private Lifecycle lifecycle() {
        Lifecycle usual = Lifecycle.from(startAt());
        JsonSection ending = top.objectOrEmpty("ending");
        ending.allowOnly(List.of(
                "archive",
                "archive_after_days",
                "archive_without_postmortem_after_days",
                "remind_postmortem_after_days"));
        return new Lifecycle(
                usual.startAt(),
                ending.flag("archive", usual.archives()),
                days(ending, "archive_after_days", 0, usual.archiveAfter()),
                days(ending, "archive_without_postmortem_after_days", 1, usual.archiveAnyway()),
                days(ending, "remind_postmortem_after_days", 1, usual.remindAfter()),
                Duration.ofHours(top.number("full_sweep_every_hours", 1, WEEK_HOURS, (int)
                        usual.sweepEvery().toHours())));
    }

    private static Duration days(JsonSection section, String key, int least, Duration usual) {
        return Duration.ofDays(section.number(key, least, YEAR_DAYS, (int) usual.toDays()));
    }

    private Instant startAt() {
        String text = top.text("start_at", ValueFormat.INSTANT);
        return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    }

    private List<Warnings.Placed> routes(Platforms platforms, PagersSection pagers, Set<Integer> dedicated) {
        top.requireNonEmpty(
                "routes", "at least one route, such as {\"table\": \"incident\", \"priorities\": [1, 2], …}");
        return top.objects("routes").stream()
                .flatMap(section -> new RouteSection(section, platforms, pagers, dedicated)
                        .routes().stream().map(route -> new Warnings.Placed(section.path(), route)))
                .toList();
    }

    private Map<CardAction, Set<String>> roles() {
        Map<CardAction, Set<String>> roles = new EnumMap<>(CardAction.class);
        if (top.has("roles")) {
            JsonSection section = top.object("roles", "an object");
            section.allowOnly(
                    Arrays.stream(CardAction.values()).map(CardAction::id).toList());
            for (CardAction action : CardAction.values()) {
                if (section.has(action.id())) {
                    section.requireNonEmpty(action.id(), ValueFormat.ROLE.description());
                    roles.put(action, section.texts(action.id(), ValueFormat.ROLE));
                }
            }
        }
        return roles;
    }
}
