package dev.belay.local.setup;

import dev.belay.chat.Platform;
import dev.belay.local.setup.answer.Answers;
import dev.belay.local.setup.samconfig.SamConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each administrator has to do, with the values of this installation in place. No secret is among them. */
final class Checklists {
    /** A client secret of Entra ID is told to end long before it does, so it may live a year. */
    private static final int SECRET_DAYS = 365;

    private static final String LATER = "(known after the deploy)";
    private static final String ADDRESS = "the stack's address";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");

    private final Answers answers;
    private final Deployment deployment;
    private final Path out;
    private final Map<String, String> values = new HashMap<>();

    /** The places that nothing is known for yet, each with the id of its answer. */
    private final Map<String, String> unknown = new HashMap<>();

    /**
     * @param out the folder that setup writes into
     * @param today by which the end of a client secret is counted
     */
    Checklists(Answers answers, Deployment deployment, Path out, LocalDate today) {
        this.answers = answers;
        this.deployment = deployment;
        this.out = out;
        common();
        serviceNow();
        slack();
        teams(today);
    }

    /** Each file's name and text, for the platforms that are deployed. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        names().forEach(name -> texts.put(name, filled(name)));
        return texts;
    }

    /** The files of others in which something is still open, each with what, such as {@code teams.app_id is}. */
    Map<String, String> open() {
        Map<String, String> open = new LinkedHashMap<>();
        others().forEach(name -> {
            List<String> missing = PLACE.matcher(resource(name))
                    .results()
                    .map(place -> unknown.getOrDefault(place.group(1), ""))
                    .filter(id -> !id.isEmpty())
                    .distinct()
                    .sorted(Comparator.comparing(ADDRESS::equals))
                    .toList();
            if (!missing.isEmpty()) {
                open.put(name, listed(missing));
            }
        });
        return open;
    }

    private static String listed(List<String> words) {
        return words.size() == 1
                ? words.getFirst() + " is"
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast() + " are";
    }

    private List<String> names() {
        return Stream.concat(Stream.of("for-devops.md"), others()).toList();
    }

    private Stream<String> others() {
        return Stream.of(
                        Stream.of("for-servicenow.md"),
                        answers.has(Platform.SLACK) ? Stream.of("for-slack.md") : Stream.<String>empty(),
                        answers.has(Platform.TEAMS) ? Stream.of("for-teams.md") : Stream.<String>empty())
                .flatMap(each -> each);
    }

    private void common() {
        put("stack", "");
        put("region", "");
        values.put("options", Commands.of(answers).options());
        values.put("out_option", Commands.outOption(out));
        values.put("files", others().map(name -> out.resolve(name).toString()).collect(Collectors.joining(", ")));
        later("api", deployment.api().map(Object::toString));
        values.put("config_env", SamConfig.option(answers));
        values.put("settings_parameter", deployment.settingsParameter());
        values.put(
                "alarms",
                answers.find("alarm_email")
                        .map(email -> "sent to " + email + ", which must confirm the subscription that AWS sends")
                        .or(() -> answers.find("alarm_topic_arn").map(topic -> "sent to " + topic))
                        .orElse("sent nowhere, until alarm_email is answered and the stack deployed again"));
    }

    private void serviceNow() {
        put("instance", "servicenow.instance", "");
        values.put("user", answers.find("servicenow.user").orElse("belay.integration"));
        String scope = answers.find("servicenow.scope").orElse("x_belay_chat");
        values.put("scope", scope);
        values.put("scope_argument", scope.equals("x_belay_chat") ? "" : " " + scope);
        values.put("key_file", out.resolve(SetupCommand.KEY_FILE).toString());
        later("event_url", deployment.url("/servicenow/events"));
    }

    private void slack() {
        later("slack_url", deployment.url("/slack/events"));
        values.put(
                "slack_manifest",
                out.resolve(SetupCommand.SLACK_FILE)
                        + (deployment.api().isPresent() ? "" : " (written after the deploy)"));
        put("slack_workspace", "slack.workspace_id", "<team id>");
        put("slack_shared", "slack.shared_channel", "(of your choice)");
        values.put("slack_operations", answers.find("slack.operations_channel").orElse("(of your choice)"));
    }

    private void teams(LocalDate today) {
        later("teams_url", deployment.url("/teams/messages"));
        values.put("teams_package", out.resolve(SetupCommand.TEAMS_FILE).toString());
        put("teams_app", "teams.app_id", "<Application (client) ID>");
        put("teams_tenant", "teams.tenant_id", "<tenant ID>");
        put("teams_team", "teams.team_id", "(of your choice)");
        values.put("teams_secret_end", secretEnd(today).toString());
        values.put("bot_name", "belay-" + answers.text("servicenow.instance"));
    }

    /** The same at each run, while it is a day to come. */
    private LocalDate secretEnd(LocalDate today) {
        LocalDate begun = answers.find("start_at")
                .map(at -> LocalDate.ofInstant(Instant.parse(at), ZoneOffset.UTC))
                .orElse(today);
        LocalDate end = begun.plusDays(SECRET_DAYS);
        return end.isAfter(today) && !begun.isAfter(today) ? end : today.plusDays(SECRET_DAYS);
    }

    private void put(String id, String otherwise) {
        put(id, id, otherwise);
    }

    private void put(String name, String id, String otherwise) {
        Optional<String> answer = answers.find(id);
        values.put(name, answer.orElse(otherwise));
        if (answer.isEmpty()) {
            unknown.put(name, id);
        }
    }

    private void later(String name, Optional<String> address) {
        values.put(name, address.orElse(LATER));
        if (address.isEmpty()) {
            unknown.put(name, ADDRESS);
        }
    }

    private String filled(String name) {
        String text = resource(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        if (text.contains("{{")) {
            throw new IllegalStateException(name + " has a place that is not filled");
        }
        return text;
    }

    private static String resource(String name) {
        try (InputStream text = Checklists.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
