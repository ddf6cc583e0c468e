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
        Map<String, String> overrides = SamToml.overrides(stands.getOrDefault(OVERRIDES, ""));
        return "[" + header(answers) + "]\n"
                + keys(answers, stands).entrySet().stream()
                        .map(key -> key.getKey() + " = " + key.getValue() + "\n")
                        .collect(Collectors.joining())
                + OVERRIDES + " = [\n"
                + parameters(answers, settings, overrides).entrySet().stream()
                        .map(each -> "  " + SamToml.quoted(each.getKey() + "=" + each.getValue()) + ",\n")
                        .collect(Collectors.joining())
                + "]\n";
    }

    /** All keys but the parameters: where the stack is decide the answers, the rest is as usual or as it stands. */
    private static Map<String, String> keys(Answers answers, Map<String, String> stands) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("template_file", "\"template.yaml\"");
        keys.put("stack_name", SamToml.quoted(answers.text("stack")));
        keys.put("region", SamToml.quoted(answers.text("region")));
        Set<String> answered = Set.copyOf(keys.keySet());
        if (!stands.containsKey("s3_bucket")) { // sam takes one of the two
            keys.put("resolve_s3", "true");
        }
        keys.put("s3_prefix", SamToml.quoted(answers.text("stack")));
        keys.put("capabilities", "\"CAPABILITY_IAM\"");
        keys.put("confirm_changeset", "false");
        keys.put("fail_on_empty_changeset", "false");
        keys.put("tags", SamToml.quoted(tags(environment(answers))));
        stands.forEach((key, value) -> {
            if (!answered.contains(key) && !key.equals(OVERRIDES)) {
                keys.put(key, value);
            }
        });
        return keys;
    }

    private static String tags(String environment) {
        return "application=belay" + (environment.equals(DEFAULT) ? "" : " environment=" + environment);
    }

    private static Map<String, String> parameters(Answers answers, String settings, Map<String, String> stands) {
        Map<String, Optional<String>> answered = answered(answers, settings);
        Map<String, String> parameters = new LinkedHashMap<>();
        answered.forEach((name, value) -> value.ifPresent(text -> parameters.put(name, text)));
        stands.forEach((name, value) -> {
            if (!answered.containsKey(name)) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }

    /** Each parameter of the template that answers alone decide, with what they say. */
    private static Map<String, Optional<String>> answered(Answers answers, String settings) {
        Map<String, Optional<String>> answered = new LinkedHashMap<>();
        answered.put("ServiceNowInstance", answers.find("servicenow.instance"));
        answered.put(
                "Platforms",
                Optional.of(Arrays.stream(Platform.values())
                        .filter(answers::has)
                        .map(Platform::id)
                        .collect(Collectors.joining(","))));
        answered.put("SettingsParameter", Optional.of(settings));
        answered.put("AlarmEmail", answers.find("alarm_email"));
        answered.put("AlarmTopicArn", answers.find("alarm_topic_arn"));
        answered.put("RunbookUrl", answers.find("runbook_url"));
        answered.put("ExistingLinkTable", answers.find("existing_link_table"));
        answered.put("SlackApiUrl", of(answers, Platform.SLACK, "slack.api_url"));
        answered.put("TeamsAppId", of(answers, Platform.TEAMS, "teams.app_id"));
        answered.put("TeamsTenants", of(answers, Platform.TEAMS, "teams.tenant_id"));
        answered.put("TeamsCloud", of(answers, Platform.TEAMS, "teams.cloud"));
        answered.put("TeamsServiceHosts", of(answers, Platform.TEAMS, "teams.service_hosts"));
        return answered;
    }

    private static Optional<String> of(Answers answers, Platform platform, String id) {
        return answers.has(platform) ? answers.find(id) : Optional.empty();
    }
}
