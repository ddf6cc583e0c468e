package dev.belay.local.setup;

import dev.belay.chat.Platform;
import dev.belay.local.setup.answer.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each administrator has to do, with the values of this installation in place. No secret is among them. */
final class Checklists {
    /** A client secret of Entra ID is told to end long before it does, so it may live a year. */
    private static final int SECRET_DAYS = 365;

    private static final String LATER = "(known after the deploy)";

    private final Answers answers;
    private final Deployment deployment;
    private final Path out;
    private final Map<String, String> values = new HashMap<>();

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
        values.put("out_option", out.equals(Path.of(SetupCommand.OUT)) ? "" : " --out " + out);
        values.put("files", others().map(name -> out.resolve(name).toString()).collect(Collectors.joining(", ")));
        values.put("api", deployment.api().map(Object::toString).orElse(LATER));
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
        put("user", "servicenow.user", "belay.integration");
        String scope = answers.find("servicenow.scope").orElse("x_belay_chat");
        values.put("scope", scope);
        values.put("scope_argument", scope.equals("x_belay_chat") ? "" : " " + scope);
        values.put("key_file", out.resolve(SetupCommand.KEY_FILE).toString());
        values.put("event_url", deployment.url("/servicenow/events").orElse(LATER));
    }

    private void slack() {
        values.put("slack_url", deployment.url("/slack/events").orElse(LATER));
        values.put(
                "slack_manifest",
                out.resolve(SetupCommand.SLACK_FILE)
                        + (deployment.api().isPresent() ? "" : " (written after the deploy)"));
        put("slack_workspace", "slack.workspace_id", "<team id>");
        put("slack_shared", "slack.shared_channel", "(of your choice)");
        put("slack_operations", "slack.operations_channel", "(of your choice)");
    }

    private void teams(LocalDate today) {
        values.put("teams_url", deployment.url("/teams/messages").orElse(LATER));
        values.put("teams_package", out.resolve(SetupCommand.TEAMS_FILE).toString());
        put("teams_app", "teams.app_id", "<Application (client) ID>");
        put("teams_tenant", "teams.tenant_id", "<tenant ID>");
        put("teams_team", "teams.team_id", "(of your choice)");
        values.put("teams_secret_end", today.plusDays(SECRET_DAYS).toString());
        values.put("bot_name", "belay-" + answers.text("servicenow.instance"));
    }

    private void put(String id, String otherwise) {
        put(id, id, otherwise);
    }

    private void put(String name, String id, String otherwise) {
        values.put(name, answers.find(id).orElse(otherwise));
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
