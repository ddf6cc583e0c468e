package dev.belay.local.setup;

import dev.belay.chat.Platform;
import dev.belay.local.setup.answer.Answers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code sam deploy} is told of one environment, so that it asks nothing: its section of {@code samconfig.toml}
 * (docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html). What setup knows nothing of
 * stays as somebody put it there.
 */
final class SamConfig {
    static final String FILE = "samconfig.toml";

    /** What {@code sam deploy} takes without {@code --config-env}. */
    static final String DEFAULT = "default";

    private static final String OVERRIDES = "parameter_overrides";

    /** Parameters of the template that answers alone decide. */
    private static final Set<String> ANSWERED = Set.of(
            "ServiceNowInstance",
            "Platforms",
            "SettingsParameter",
            "AlarmEmail",
            "AlarmTopicArn",
            "RunbookUrl",
            "ExistingLinkTable",
            "SlackApiUrl",
            "TeamsAppId",
            "TeamsTenants",
            "TeamsCloud",
            "TeamsServiceHosts");

    private SamConfig() {}

    /** The name of the environment that is installed. */
    static String environment(Answers answers) {
        return answers.find("environment").orElse(DEFAULT);
    }

    /** The option that chooses it, with a blank before it; empty where none is needed. */
    static String option(Answers answers) {
        String environment = environment(answers);
        return environment.equals(DEFAULT) ? "" : " --config-env " + environment;
    }

    /** The header of its section. */
    static String header(Answers answers) {
        return environment(answers) + ".deploy.parameters";
    }

    /**
     * The section's text.
     *
     * @param settings the name of the parameter with the settings document
     * @param standing the section as it stands, where there is one
     */
    static String section(Answers answers, String settings, Optional<String> standing) {
        Map<String, String> stands = standing.map(SamToml::values).orElse(Map.of());
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("template_file", "\"template.yaml\"");
        keys.put("stack_name", SamToml.quoted(answers.text("stack")));
        keys.put("region", SamToml.quoted(answers.text("region")));
        Set<String> own = Set.copyOf(keys.keySet());
        if (!stands.containsKey("s3_bucket")) { // sam takes one of the two
            keys.put("resolve_s3", "true");
        }
        keys.put("s3_prefix", SamToml.quoted(answers.text("stack")));
        keys.put("capabilities", "\"CAPABILITY_IAM\"");
        keys.put("confirm_changeset", "false");
        keys.put("fail_on_empty_changeset", "false");
        keys.put("tags", SamToml.quoted(tags(environment(answers))));
        stands.forEach((key, value) -> {
            if (!own.contains(key)) {
                keys.put(key, value);
            }
        });
        keys.remove(OVERRIDES);
        Map<String, String> parameters = parameters(answers, settings);
        SamToml.overrides(stands.getOrDefault(OVERRIDES, "")).forEach((name, value) -> {
            if (!ANSWERED.contains(name)) {
                parameters.put(name, value);
            }
        });
        return "[" + header(answers) + "]\n"
                + keys.entrySet().stream()
                        .map(key -> key.getKey() + " = " + key.getValue() + "\n")
                        .collect(Collectors.joining())
                + OVERRIDES + " = [\n"
                + parameters.entrySet().stream()
                        .map(each -> "  " + SamToml.quoted(each.getKey() + "=" + each.getValue()) + ",\n")
                        .collect(Collectors.joining())
                + "]\n";
    }

    private static String tags(String environment) {
        return "application=belay" + (environment.equals(DEFAULT) ? "" : " environment=" + environment);
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
