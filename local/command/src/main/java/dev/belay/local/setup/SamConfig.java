package dev.belay.local.setup;

import dev.belay.chat.Platform;
import dev.belay.local.setup.answer.Answers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code sam deploy} is told, so that it asks nothing. */
final class SamConfig {
    static final String FILE = "samconfig.toml";

    private SamConfig() {}

    /**
     * The file's text.
     *
     * @param settings the name of the parameter with the settings document
     */
    static String of(Answers answers, String settings) {
        String overrides = parameters(answers, settings).entrySet().stream()
                .map(parameter -> "  \"" + parameter.getKey() + "=" + parameter.getValue() + "\",\n")
                .collect(Collectors.joining());
        return """
                # Written by './belay setup'. It holds no secret.
                version = 0.1

                [default.deploy.parameters]
                template_file = "template.yaml"
                stack_name = "%s"
                region = "%s"
                resolve_s3 = true
                capabilities = "CAPABILITY_IAM"
                confirm_changeset = false
                fail_on_empty_changeset = false
                parameter_overrides = [
                %s]
                """.formatted(answers.text("stack"), answers.text("region"), overrides);
    }

    private static Map<String, String> parameters(Answers answers, String settings) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("ServiceNowInstance", answers.text("servicenow.instance"));
        parameters.put(
                "Platforms",
                Arrays.stream(Platform.values())
                        .filter(answers::has)
                        .map(Platform::id)
                        .collect(Collectors.joining(",")));
        parameters.put("SettingsParameter", settings);
        copy(answers, "alarm_email", parameters, "AlarmEmail");
        copy(answers, "alarm_topic_arn", parameters, "AlarmTopicArn");
        copy(answers, "runbook_url", parameters, "RunbookUrl");
        copy(answers, "existing_link_table", parameters, "ExistingLinkTable");
        if (answers.has(Platform.SLACK)) {
            copy(answers, "slack.api_url", parameters, "SlackApiUrl");
        }
        if (answers.has(Platform.TEAMS)) {
            copy(answers, "teams.app_id", parameters, "TeamsAppId");
            copy(answers, "teams.tenant_id", parameters, "TeamsTenants");
            copy(answers, "teams.cloud", parameters, "TeamsCloud");
            copy(answers, "teams.service_hosts", parameters, "TeamsServiceHosts");
        }
        return parameters;
    }

    private static void copy(Answers answers, String id, Map<String, String> parameters, String name) {
        answers.find(id).ifPresent(text -> parameters.put(name, text));
    }
}
