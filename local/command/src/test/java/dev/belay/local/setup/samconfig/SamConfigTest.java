package dev.belay.local.setup.samconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.local.setup.answer.Answers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;

/** Of {@code samconfig.toml} setup changes its own section, in it what answers decide, and nothing that it does not understand. */
final class SamConfigTest {
    private static final Answers ANSWERS = new Answers(Map.of(
            "stack", "belay",
            "region", "eu-central-1",
            "platforms", "slack",
            "servicenow.instance", "acme"));

    private static final String STANDS = """
            [default.deploy.parameters]
            template_file = "template.yaml"
            stack_name = "belay"
            region = "eu-central-1"
            resolve_s3 = true
            s3_prefix = "belay"
            capabilities = "CAPABILITY_IAM"
            confirm_changeset = false
            fail_on_empty_changeset = false
            tags = "application=belay"
            parameter_overrides = [
              "ServiceNowInstance=acme",
              "Platforms=slack",
              "SettingsParameter=/belay/settings",
            ]
            """;

    @Test
    void what_setup_wrote_stands() {
        String written = changed("");
        assertThat(written).endsWith("version = 0.1\n\n" + STANDS);
        assertThat(changed(written)).isEqualTo(written);
    }

    /** SAM ends a bare value at the first blank. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"AuditSchedule=\\\"rate(10 minutes)\\\"\"",
                "'AuditSchedule=\"rate(10 minutes)\"'",
                "'''AuditSchedule=\"rate(10 minutes)\"'''",
                "\"AuditSchedule='rate(10 minutes)'\"",
                "\"ParameterKey=AuditSchedule,ParameterValue=\\\"rate(10 minutes)\\\"\"",
                "\"AuditSchedule=rate(10\\\\ minutes)\"",
                "\"AuditSchedule=\\\"rate(10 minutes)\\\" LogLevel=INFO\""
            })
    void a_value_with_a_blank_stays_whole(String schedule) {
        String file = STANDS.replace("  \"Platforms", "  " + schedule + ",\n  \"Platforms");
        assertThat(changed(file)).isEqualTo(file);
        assertThat(changed(file.replace("Platforms=slack", "Platforms=teams"))).isEqualTo(file);
        String one = oneText("ServiceNowInstance=acme " + text(schedule));
        assertThat(overrides(changed(one)))
                .containsEntry("AuditSchedule", "rate(10 minutes)")
                .containsEntry("Platforms", "slack");
        assertThat(changed(one)).contains("  \"AuditSchedule=\\\"rate(10 minutes)\\\"\",\n");
    }

    @Test
    void an_empty_value_is_written_so_that_sam_takes_it() {
        String one = oneText("ServiceNowInstance=old RunbookUrl=\"\"");
        assertThat(changed(one)).contains("  \"RunbookUrl=\\\"\\\"\",\n");
    }

    @Test
    void remarks_stay_where_they_are_and_say_nothing() {
        String file = STANDS.replace("region =", "# where we are [really]\nregion =")
                .replace("\"eu-central-1\"", "\"us-east-1\" # was \"eu-central-1\"")
                .replace(
                        "  \"Platforms=slack\",",
                        "  # \"LogLevel=DEBUG\", ]\n  \"LogLevel=INFO\", # was \"LogLevel=DEBUG\" ]\n  \"Platforms=teams\", # \"x\"");
        assertThat(changed(file))
                .isEqualTo(file.replace("us-east-1", "eu-central-1").replace("Platforms=teams", "Platforms=slack"));
        assertThat(overrides(changed(file))).containsEntry("LogLevel", "INFO");
    }

    @Test
    void what_no_answer_decides_stays_as_long_as_its_platform_is_there() {
        String file = STANDS.replace("  \"Platforms=slack\",\n", """
                  "AlarmTopicArn=arn:x", "RunbookUrl=https://runbook.acme.example",
                  "SlackApiUrl=https://slack.acme.example",
                  "TeamsAppId=app", # gone with Teams
                  "TeamsCloud=public",
                  "Platforms=slack,teams",
                """);
        assertThat(changed(file))
                .isEqualTo(file.replace("  \"TeamsAppId=app\", #", "  #")
                        .replace("  \"TeamsCloud=public\",\n", "")
                        .replace("slack,teams", "slack"));
    }

    @Test
    void what_is_missing_is_added_to_a_list_of_any_form() {
        for (String list : List.of(
                "[]",
                "[ ]",
                "[\n]",
                "[\"LogLevel=INFO\"]",
                "[\"LogLevel=INFO\",]",
                "[ \"LogLevel=INFO\" ] # ours ]",
                "[\n  \"LogLevel=INFO\" # ours ]\n]",
                "[\n  \"LogLevel=INFO\"\n  , # ours, ]\n]",
                "[\n  \"LogLevel=INFO\" ]",
                "[\"LogLevel=INFO\", \"TeamsAppId=app\"]",
                "[\r\n  \"LogLevel=INFO\",\r\n  \"TeamsAppId=app\",\r\n]",
                "[\"Label=a😀b\", \"LogLevel=INFO TeamsAppId=app Platforms=teams\"]")) {
            String file = STANDS.replaceFirst("(?s)\\[\n  .*", "") + list + "\n";
            assertThat(overrides(changed(file)))
                    .as(list)
                    .containsEntry("Platforms", "slack")
                    .containsEntry("SettingsParameter", "/belay/settings")
                    .doesNotContainKey("TeamsAppId");
            if (list.contains("LogLevel")) {
                assertThat(overrides(changed(file))).as(list).containsEntry("LogLevel", "INFO");
            }
            assertThat(changed(file).contains("# ours")).as(list).isEqualTo(list.contains("# ours"));
            assertThat(changed(changed(file))).as(list).isEqualTo(changed(file));
        }
    }

    @Test
    void nothing_around_the_section_is_touched() {
        String before = """
                version = 0.1
                # of all
                [default.global.parameters]
                note = \"""
                [default.deploy.parameters]
                region = "no" \"""

                # ours
                """;
        String after = """

                # of production
                [prod.deploy.parameters] # ours
                stack_name = "belay-prod"
                """;
        String odd = "\"odd key\" = 1\na.b = 'x'\nlong = '''\n[x]\n'''\n";
        String file = before + STANDS.replace("resolve_s3 = true\n", odd + "s3_bucket = \"ours\"\n") + after;
        assertThat(changed(file)).isEqualTo(file);
        assertThat(changed(file.replace("\"eu-central-1\"", "\"us-east-1\""))).isEqualTo(file);
        assertThat(changed(
                        file.replace("[default.deploy.parameters]\ntem", "[ default . \"deploy\" .parameters]\ntem")))
                .contains("\n[ default . \"deploy\" .parameters]\n");
        assertThat(changed(before)).isEqualTo(before + "\n" + STANDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[default.deploy.parameters]\nregion = eu\n",
                "[default.deploy.parameters]\nregion = 5\n",
                "[default.deploy.parameters]\nregion.name = \"x\"\n",
                "[default.deploy.parameters]\n[default.deploy.parameters]\n",
                "[default.deploy]\nparameters = { region = \"eu-central-1\" }\n",
                "[default]\ndeploy.parameters.region = \"eu-central-1\"\n",
                "[[default.deploy.parameters]]\nregion = \"eu-central-1\"\n",
                "[default.deploy.parameters.more]\nregion = \"eu-central-1\"\n",
                "[default.deploy.parameters]\nparameter_overrides = 5\n",
                "[default.deploy.parameters]\nparameter_overrides = [[\"A=1\"]]\n",
                "[default.deploy.parameters]\nparameter_overrides = { A = \"1\" }\n",
                "[default.deploy.parameters]\nparameter_overrides = [\"file://more.yaml\"]\n",
                "[default.deploy.parameters]\nparameter_overrides = \"A=1, B=\"\n",
            })
    void what_is_not_understood_is_not_touched(String file) {
        assertThatThrownBy(() -> changed(file)).isInstanceOf(NotUnderstood.class);
    }

    /** The file after a run of setup. */
    private static String changed(String file) {
        SamToml toml = SamToml.of(file, SamConfig.name(ANSWERS));
        return toml.with(SamConfig.section(ANSWERS, "/belay/settings", toml.section()));
    }

    private static Map<String, String> overrides(String file) {
        List<Object> texts = Toml.parse(file)
                .getArrayOrEmpty("default.deploy.parameters.parameter_overrides")
                .toList();
        return SamOverrides.read(
                String.join(" ", texts.stream().map(String::valueOf).toList()));
    }

    private static String oneText(String text) {
        return STANDS.replaceFirst("(?s)\\[\n  .*", "") + TomlStatement.quoted(text) + "\n";
    }

    /** What TOML reads of one text. */
    private static String text(String written) {
        return String.valueOf(Toml.parse("it = " + written).getString("it"));
    }
}
