package dev.belay.local.setup.samconfig;

import dev.belay.chat.Platform;
import dev.belay.local.setup.answer.Answers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What {@code sam deploy} is told of one environment, so that it asks nothing: its section of {@code samconfig.toml}
 * (docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html). What setup knows nothing of
 * stays as somebody put it there.
 */
public final class SamConfig {
    public static final String FILE = "samconfig.toml";

    /** What {@code sam deploy} takes without {@code --config-env}. */
    static final String DEFAULT = "default";

    /** The parameters that are of every stack, each with its answer. */
    private static final List<Map.Entry<String, String>> OF_ALL = List.of(
            Map.entry("AlarmEmail", "alarm_email"),
            Map.entry("AlarmTopicArn", "alarm_topic_arn"),
            Map.entry("RunbookUrl", "runbook_url"),
            Map.entry("ExistingLinkTable", "existing_link_table"));

    /** Those of one platform. */
    private static final Map<Platform, Map<String, String>> OF_PLATFORM = new EnumMap<>(Map.of(
            Platform.SLACK,
            Map.of("SlackApiUrl", "slack.api_url"),
            Platform.TEAMS,
            new TreeMap<>(Map.of(
                    "TeamsAppId", "teams.app_id",
                    "TeamsTenants", "teams.tenant_id",
                    "TeamsCloud", "teams.cloud",
                    "TeamsServiceHosts", "teams.service_hosts"))));

    private SamConfig() {}

    /** The name of the environment that is installed. */
    public static String environment(Answers answers) {
        return answers.find("environment").orElse(DEFAULT);
    }

    /** The option that chooses it, with a blank before it; empty where none is needed. */
    public static String option(Answers answers) {
        String environment = environment(answers);
        return environment.equals(DEFAULT) ? "" : " --config-env " + environment;
    }

    /** The name of its section. */
    public static List<String> name(Answers answers) {
        return List.of(environment(answers), "deploy", "parameters");
    }

    /**
     * The section's text. Where the stack is the answers decide, the rest is as usual or as it stands.
     *
     * @param settings the name of the parameter with the settings document
     * @param standing the section as it stands, where there is one
     * @throws NotUnderstood when it stands in a form that setup does not change
     */
    public static String section(Answers answers, String settings, Optional<String> standing) {
        String stack = answers.text("stack");
        SamSection section = new SamSection(standing.orElse("[" + String.join(".", name(answers)) + "]\n"));
        section.put("template_file", "template.yaml");
        section.put("stack_name", stack);
        section.put("region", answers.text("region"));
        if (!section.has("s3_bucket")) { // sam takes one of the two
            section.putWhereNone("resolve_s3", "true");
        }
        section.putWhereNone("s3_prefix", TomlStatement.quoted(stack));
        section.putWhereNone("capabilities", "\"CAPABILITY_IAM\"");
        section.putWhereNone("confirm_changeset", "false");
        section.putWhereNone("fail_on_empty_changeset", "false");
        section.putWhereNone("tags", TomlStatement.quoted(tags(environment(answers))));
        section.override(answered(answers, settings), gone(answers));
        return section.text();
    }

    private static String tags(String environment) {
        return "application=belay" + (environment.equals(DEFAULT) ? "" : " environment=" + environment);
    }

    /** What only platforms need that are not installed. */
    private static Set<String> gone(Answers answers) {
        return OF_PLATFORM.entrySet().stream()
                .filter(each -> !answers.has(each.getKey()))
                .flatMap(each -> each.getValue().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Each parameter of the template that an answer decides, with what it says. Where there is no answer, what stands stays. */
    private static Map<String, String> answered(Answers answers, String settings) {
        Map<String, String> answered = new LinkedHashMap<>();
        put(answered, answers, Map.entry("ServiceNowInstance", "servicenow.instance"));
        answered.put(
                "Platforms",
                Arrays.stream(Platform.values())
                        .filter(answers::has)
                        .map(Platform::id)
                        .collect(Collectors.joining(",")));
        answered.put("SettingsParameter", settings);
        OF_ALL.forEach(each -> put(answered, answers, each));
        OF_PLATFORM.forEach((platform, parameters) -> {
            if (answers.has(platform)) {
                parameters.entrySet().forEach(each -> put(answered, answers, each));
            }
        });
        return answered;
    }

    private static void put(Map<String, String> answered, Answers answers, Map.Entry<String, String> parameter) {
        answers.find(parameter.getValue()).ifPresent(value -> answered.put(parameter.getKey(), value));
    }
}
