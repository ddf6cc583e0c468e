package dev.belay.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.document.SettingsDocument;
import dev.belay.local.secrets.Surroundings;
import dev.belay.local.secrets.Terminal;
import dev.belay.simulator.aws.AwsClient;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Setup keeps what stands, changes what changed, and says everything that is wrong or missing at once. */
final class SetupCommandTest {
    private static final Faults FAULTS = new Faults();
    private static final SimulatedAws AWS =
            SimulatedAws.start(0, FAULTS, Clock.systemUTC()).ready();

    /** So often AWS is asked before it is said not to answer. */
    private static final int ATTEMPTS = 3;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String URL = "https://abc123.execute-api.eu-central-1.amazonaws.com";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final String stack = "stack" + COUNT.incrementAndGet();
    private Terminal terminal = new NobodyThere();
    private String key = "";

    /** Whether what {@link #FAULTS} breaks is felt. */
    private boolean breakable;

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        AWS.close();
    }

    @Test
    void without_a_terminal_all_that_is_missing_is_named_at_once() throws IOException {
        assertThat(setup()).isEqualTo(2);
        assertThat(text(errors))
                .startsWith(
                        "belay: these answers are missing: servicenow.instance (the instance's name, such as \"acme\"")
                .contains("Give them with --answers FILE, or run setup at a terminal, where it asks");
        errors.reset();
        assertThat(deployed("--answers", file("""
                        {"servicenow": {"instance": "acme"}, "platforms": ["slack", "teams"], "pager": {"kind": "webhook"}}"""))).isEqualTo(2);
        assertThat(text(errors))
                .contains(
                        "teams.app_id (",
                        "teams.tenant_id (",
                        "slack.app_id (the Slack app id, such as \"A01BELAY\")",
                        "slack.workspace_id (",
                        "slack.shared_channel (the id of a channel, not its name",
                        "teams.team_id (",
                        "teams.shared_channel (",
                        "pager.targets (what the receiver knows the target by",
                        "pager.url (");
        assertThat(folder.resolve("samconfig.toml")).doesNotExist();
    }

    /** The administrators' answers are in what they do by these lists: nobody can give them before. */
    @Test
    void what_each_administrator_does_is_written_before_their_answers_are_there() throws IOException {
        String both = """
                {"servicenow": {"instance": "acme"}, "platforms": ["slack", "teams"]}""";
        assertThat(setup("--answers", file(both))).isEqualTo(2);
        assertThat(text(errors)).contains("these answers are missing: teams.app_id (", "teams.tenant_id (");
        assertThat(text(out))
                .contains(
                        "new      " + folder.resolve("out/for-servicenow.md"),
                        "new      " + folder.resolve("out/for-slack.md"),
                        "new      " + folder.resolve("out/for-teams.md"),
                        "to do    " + folder.resolve("out/for-slack.md")
                                + ": slack.workspace_id, slack.shared_channel and the stack's address are still to come",
                        "to do    " + folder.resolve("out/for-teams.md")
                                + ": teams.tenant_id, teams.app_id, teams.team_id and the stack's address are still to come",
                        "to do    " + folder.resolve("out/for-servicenow.md")
                                + ": the stack's address is still to come",
                        "to do    " + folder.resolve("samconfig.toml") + ": answer teams.app_id, teams.tenant_id");
        assertThat(folder.resolve("out/for-teams.md")).content().contains("az ad app create");
        errors.reset();
        out.reset();
        assertThat(deployed()).as("remembered, and the stack stands").isEqualTo(2);
        assertThat(text(out))
                .contains("changed  " + folder.resolve("out/for-servicenow.md"))
                .doesNotContain("for-servicenow.md: ");
        assertThat(folder.resolve("out/for-servicenow.md")).content().contains(URL + "/servicenow/events");
    }

    @Test
    void without_a_terminal_the_apps_are_handed_over_before_anybody_knows_what_they_are_called() throws IOException {
        assertThat(deployed("--answers", file(BEFORE))).isEqualTo(2);
        assertThat(text(out))
                .contains(
                        "to do    the settings document: slack.app_id, slack.workspace_id, slack.shared_channel; run setup",
                        "new      " + stack + "/servicenow-events/acme: the key k1");
        assertThat(folder.resolve("out/slack-manifest.yaml")).content().contains(URL + "/slack/events");
        assertThat(folder.resolve("out/for-slack.md")).content().contains("From a manifest");
        assertThat(text(errors))
                .startsWith("belay: these answers are missing: slack.app_id (the Slack app id, such as \"A01BELAY\")");
        assertThat(parameter()).isEmpty();
        assertThat(setup("--answers", file(AFTER))).isZero();
        assertThat(text(out)).contains("stands   " + stack + "/servicenow-events/acme");
        assertThat(parameter()).isPresent();
    }

    @Test
    void links_that_an_earlier_stack_left_are_said_before_the_deploy_stops_at_them() throws IOException {
        assertThat(setup("--answers", file(BEFORE))).isZero();
        assertThat(text(out)).doesNotContain("of an earlier stack");
        new Stack(stack, Template.ofCheckout()).createTables(operator(), Stack.Expiry.ON);
        out.reset();
        assertThat(setup("--answers", file(BEFORE))).isZero();
        String table = stack + "-u_chat_conversation_link";
        assertThat(text(out))
                .contains("to do    the link table " + table
                        + " of an earlier stack is still there, and 'sam deploy' would stop"
                        + " at \"already exists\": answer \"existing_link_table\": \"" + table + "\" in "
                        + folder.resolve("out/answers.json") + " to take it, or see docs/upgrade.md");
        out.reset();
        assertThat(setup(
                        "--answers",
                        file(BEFORE.replace(
                                "{\"platforms", "{\"existing_link_table\": \"" + table + "\", \"platforms"))))
                .isZero();
        assertThat(text(out)).doesNotContain("of an earlier stack");
        assertThat(folder.resolve("samconfig.toml")).content().contains("\"ExistingLinkTable=" + table + "\"");
    }

    @Test
    void answers_of_a_wrong_form_and_unknown_ones_are_told_at_once_and_never_repeated() throws IOException {
        assertThat(setup("--answers", file("""
                        {"platforms": "discord", "servicenow": {"instance": "https://acme.service-now.com"},
                         "slack": {"bot_token": "xoxb-top-secret"}, "colour": "xoxb-top-secret", "start_at": 5}"""))).isEqualTo(2);
        assertThat(text(errors))
                .startsWith("belay: these answers are not good: ")
                .contains(
                        "start_at is no text",
                        "colour is no answer: infra/setup.example.json shows what there is",
                        "slack.bot_token is no answer: a secret has no place in this file",
                        "platforms: give slack, teams or slack,teams",
                        "servicenow.instance: give the instance's name")
                .doesNotContain("top-secret", "discord");
        errors.reset();
        assertThat(setup("--answers", file("{\"slack\": "))).isEqualTo(2);
        assertThat(text(errors)).contains("cannot be read as a JSON object: look at line 1, column ");
        errors.reset();
        assertThat(setup("--answers", folder.resolve("none").toString())).isOne();
        assertThat(text(errors)).contains("none cannot be read");
        assertThat(setup("--url", URL + "/slack/events")).isEqualTo(2);
    }

    @Test
    void the_example_of_a_file_of_answers_gives_a_settings_document_that_is_good_and_says_nothing_hardly_meant()
            throws IOException {
        Path example = Path.of("..", "..", "infra", "setup.example.json");
        assertThat(deployed("--answers", example.toString())).isZero();
        SettingsDocument document = SettingsDocument.read(Files.readString(folder.resolve("out/settings.json")));
        assertThat(document.warnings()).isEmpty();
        assertThat(document.settings().routes()).hasSize(2);
        assertThat(document.settings().operations()).hasSize(2);
        assertThat(parameter()).contains(Files.readString(folder.resolve("out/settings.json")));
    }

    @Test
    void before_the_deploy_it_needs_what_the_template_asks_for_and_no_more() throws IOException {
        assertThat(setup("--answers", file(BEFORE))).isZero();
        assertThat(Files.readString(folder.resolve("samconfig.toml"))).isEqualTo("""
                # Written by './belay setup'. It holds no secret.
                version = 0.1

                [default.deploy.parameters]
                template_file = "template.yaml"
                stack_name = "%s"
                region = "eu-central-1"
                resolve_s3 = true
                s3_prefix = "%s"
                capabilities = "CAPABILITY_IAM"
                confirm_changeset = false
                fail_on_empty_changeset = false
                tags = "application=belay"
                parameter_overrides = [
                  "ServiceNowInstance=acme",
                  "Platforms=slack",
                  "SettingsParameter=/%s/settings",
                  "AlarmEmail=operations@acme.example",
                ]
                """.formatted(stack, stack, stack));
        assertThat(secret("servicenow-events/acme")).isEmpty();
        assertThat(parameter()).isEmpty();
    }

    /** As {@code samconfig.example.toml} has it: a stack for trying, and one that matters. */
    @Test
    void each_environment_has_its_section_and_none_touches_another() throws IOException {
        assertThat(setup("--answers", file(BEFORE))).isZero();
        String trying = Files.readString(folder.resolve("samconfig.toml"));
        String prod = BEFORE.replace("{\"platforms\"", "{\"environment\": \"prod\", \"platforms\"");
        out.reset();
        assertThat(setup("--answers", file(prod), "--stack", stack + "-prod", "--out", folder + "/prod"))
                .isZero();
        assertThat(Files.readString(folder.resolve("samconfig.toml")))
                .startsWith(trying + "\n[prod.deploy.parameters]\n")
                .contains("stack_name = \"" + stack + "-prod\"", "tags = \"application=belay environment=prod\"");
        assertThat(folder.resolve("prod/for-devops.md")).content().contains("`sam deploy --config-env prod`");
        out.reset();
        assertThat(setup()).isZero();
        assertThat(text(out)).contains("stands   " + folder.resolve("samconfig.toml"));
    }

    @Test
    void what_somebody_put_into_the_section_stays_when_it_is_replaced() throws IOException {
        assertThat(setup("--answers", file(BEFORE))).isZero();
        Path config = folder.resolve("samconfig.toml");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace("\"Platforms=slack\"", "\"SnapStart=on\", \"Platforms=teams\"")
                        .replace(
                                "  \"AlarmEmail",
                                "  # \"LogLevel=INFO\",\n  \"AuditSchedule=\\\"rate(10 minutes)\\\"\",\n  \"RunbookUrl=https://runbook.acme.example\",\n"
                                        + "  \"SubnetIds=subnet-0a,subnet-0b\",\n  \"AlarmEmail")
                        .replace("application=belay", "application=belay cost-centre=4711")
                        .replace("region =", "profile = \"acme\" # ours\nregion ="));
        assertThat(setup()).isZero();
        assertThat(text(out)).contains("kept     " + config);
        assertThat(setup("--replace")).isZero();
        assertThat(Files.readString(config))
                .contains(
                        "profile = \"acme\" # ours\n",
                        "tags = \"application=belay cost-centre=4711\"\n",
                        "  \"SnapStart=on\", \"Platforms=slack\",\n",
                        "  # \"LogLevel=INFO\",\n",
                        "  \"AuditSchedule=\\\"rate(10 minutes)\\\"\",\n",
                        "  \"RunbookUrl=https://runbook.acme.example\",\n",
                        "  \"SubnetIds=subnet-0a,subnet-0b\",\n")
                .doesNotContain("Platforms=teams");
        out.reset();
        assertThat(setup()).isZero();
        assertThat(text(out)).contains("stands   " + config);
    }

    @Test
    void overrides_in_one_text_are_read_too() throws IOException {
        Path config = folder.resolve("samconfig.toml");
        Files.writeString(config, """
                version = 0.1
                [default.deploy.parameters]
                stack_name = "old"
                parameter_overrides = "Platforms=\\"slack,teams\\" LogRetentionDays=90 AlarmEmail=\\"old@acme.example\\""
                [default.validate.parameters]
                lint = true
                """);
        assertThat(setup("--answers", file(BEFORE), "--replace")).isZero();
        assertThat(Files.readString(config))
                .contains("  \"LogRetentionDays=90\",\n", "  \"AlarmEmail=operations@acme.example\",\n")
                .endsWith("\n[default.validate.parameters]\nlint = true\n")
                .doesNotContain("old");
    }

    @Test
    void a_file_that_is_not_understood_is_left_and_said() throws IOException {
        Path config = folder.resolve("samconfig.toml");
        for (String text : List.of(
                "[default.deploy.parameters]\nregion = eu\n",
                "[default.deploy]\nparameters = { region = \"eu-central-1\" }\n")) {
            out.reset();
            Files.writeString(config, text);
            assertThat(setup("--answers", file(BEFORE), "--replace")).isZero();
            assertThat(config).hasContent(text);
            assertThat(text(out))
                    .contains("to do    " + config + ": ", ", so nothing is written there: write it in another form");
        }
    }

    @Test
    void an_address_of_a_stack_that_is_not_there_is_not_used() throws IOException {
        assertThat(setup("--url", URL, "--answers", file(AFTER))).isZero();
        assertThat(text(errors))
                .isEqualTo("there is no stack '" + stack + "' here, so --url is not used: give --stack and --region,"
                        + " or deploy it first\n");
        assertThat(secret("servicenow-events/acme")).isEmpty();
    }

    @Test
    void what_changed_is_changed_and_what_somebody_else_changed_is_kept() throws IOException {
        assertThat(deployed("--answers", file(AFTER))).isZero();
        out.reset();
        assertThat(deployed("--answers", file(AFTER.replace("C0SUPPORT", "C0HELPDESK"))))
                .isZero();
        assertThat(text(out))
                .contains(
                        "changed  SSM parameter /" + stack + "/settings",
                        "stands   " + folder.resolve("samconfig.toml"));
        assertThat(parameter()).hasValueSatisfying(text -> assertThat(text).contains("C0HELPDESK"));

        String byHand =
                Files.readString(folder.resolve("samconfig.toml")).replace("region = \"eu-", "# ours\nregion = \"us-");
        Files.writeString(folder.resolve("samconfig.toml"), byHand);
        AWS.putParameter("/" + stack + "/settings", "{\"schema\": 1}");
        out.reset();
        assertThat(deployed()).isZero();
        assertThat(text(out))
                .contains(
                        "kept     " + folder.resolve("samconfig.toml") + ": it differs from what these answers give",
                        "kept     SSM parameter /" + stack + "/settings: it differs");
        assertThat(folder.resolve("samconfig.toml")).hasContent(byHand);
        assertThat(parameter()).contains("{\"schema\": 1}");

        terminal = new TypingPerson().answers("SSM parameter", "y");
        assertThat(deployed()).isZero();
        assertThat(folder.resolve("samconfig.toml")).hasContent(byHand);
        assertThat(parameter()).hasValueSatisfying(text -> assertThat(text).contains("C0HELPDESK"));

        terminal = new NobodyThere();
        assertThat(deployed("--replace")).isZero();
        assertThat(folder.resolve("samconfig.toml")).hasContent(byHand.replace("\"us-", "\"eu-"));
        assertThat(folder.resolve("samconfig.toml.before")).hasContent(byHand);
    }

    @Test
    void a_secret_that_has_a_value_is_kept_and_one_that_nobody_types_is_left_with_its_command() throws IOException {
        AWS.putSecret(stack + "/slack-signing", "{\"signing_secret\":\"top-secret\"}");
        assertThat(deployed("--answers", file(AFTER))).isZero();
        assertThat(text(out))
                .contains(
                        "stands   " + stack + "/slack-signing\n",
                        "to do    " + stack + "/slack/T01ACME: ./belay secrets put slack/T01ACME --stack " + stack
                                + " --region eu-central-1\n",
                        "to do    " + stack + "/servicenow/acme: ./belay secrets put servicenow/acme --stack ",
                        "What is 'to do' or 'kept' above is left; then run setup again.");
        assertThat(secret("slack-signing")).isEqualTo("{\"signing_secret\":\"top-secret\"}");
    }

    /** In a folder where setup remembers another, a command without the stack's name would take that one. */
    @Test
    void every_command_that_is_left_names_its_stack_the_usual_one_too() throws IOException {
        Path out = folder.resolve("prod");
        AWS.deployed("belay", Map.of(), Map.of("ServiceNowEventUrl", URL + "/servicenow/events"));
        assertThat(setup("--answers", file(AFTER), "--stack", "belay", "--out", out.toString()))
                .isZero();
        assertThat(text(this.out)).contains("./belay secrets put slack-signing --stack belay --region eu-central-1\n");
        for (String name : List.of("for-devops.md", "for-servicenow.md", "for-slack.md")) {
            assertThat(Files.readString(out.resolve(name)).lines())
                    .as(name)
                    .allMatch(line -> !line.matches(".*\\./belay (secrets|doctor|redrive).*")
                            || line.contains(" --stack belay --region eu-central-1"));
        }
        assertThat(setup("--new-event-key", "--stack", "belay", "--out", out.toString()))
                .isZero();
        assertThat(setup("--new-event-key", "--stack", "belay", "--out", out.toString()))
                .isZero();
        assertThat(text(this.out))
                .contains("'./belay setup --out " + out + " --new-event-key --replace' makes another");
    }

    @Test
    void what_is_typed_in_the_wrong_place_is_not_stored() throws IOException {
        terminal = new TypingPerson().hides(stack + "/slack/T01ACME bot_token", "xoxp-top-secret");
        assertThat(deployed("--answers", file(AFTER))).isZero();
        assertThat(text(errors))
                .contains("is not stored:\n  bot_token is a user token (xoxp-)")
                .doesNotContain("top-secret");
        assertThat(text(out)).contains("to do    " + stack + "/slack/T01ACME: ./belay secrets put");
        assertThat(secret("slack/T01ACME")).isEmpty();
    }

    @Test
    void a_new_key_of_events_keeps_the_one_before_it_good() throws IOException, JsonParserException {
        assertThat(deployed("--answers", file(AFTER))).isZero();
        JsonObject first = JsonParser.object().from(secret("servicenow-events/acme"));
        assertThat(first.getString("key_id")).isEqualTo("k1");
        assertThat(deployed()).isZero();
        assertThat(JsonParser.object().from(secret("servicenow-events/acme"))).isEqualTo(first);
        out.reset();
        assertThat(deployed("--new-event-key")).isZero();
        assertThat(text(out)).contains("changed  " + stack + "/servicenow-events/acme: the key k2");
        JsonObject second = JsonParser.object().from(secret("servicenow-events/acme"));
        assertThat(second.getString("key_id")).isEqualTo("k2");
        assertThat(second.getString("key")).isNotEqualTo(first.getString("key"));
        assertThat(second.getString("previous_key_id")).isEqualTo("k1");
        assertThat(second.getString("previous_key")).isEqualTo(first.getString("key"));
        assertThat(Files.readString(folder.resolve("out/servicenow-event-key.txt")))
                .contains("User name: k2", second.getString("key"));
    }

    /** ServiceNow signs with k1 until its administrator has entered k2, and the secret holds two keys. */
    @Test
    void there_is_no_further_key_of_events_before_servicenow_signs_with_the_last() throws IOException {
        assertThat(deployed("--answers", file(AFTER))).isZero();
        assertThat(deployed("--new-event-key")).isZero();
        String stored = secret("servicenow-events/acme");
        out.reset();
        assertThat(deployed("--new-event-key")).isZero();
        assertThat(text(out))
                .contains("to do    " + stack + "/servicenow-events/acme: no new key before ServiceNow signs with k2");
        assertThat(secret("servicenow-events/acme")).isEqualTo(stored);

        Files.delete(keyFile());
        terminal = new TypingPerson();
        assertThat(deployed("--new-event-key")).isZero();
        assertThat(secret("servicenow-events/acme")).isEqualTo(stored);
        assertThat(Files.readString(keyFile())).as("written again").contains("User name: k2");

        terminal = new TypingPerson().answers("Does ServiceNow sign with the key k2", "y");
        assertThat(deployed("--new-event-key")).isZero();
        assertThat(secret("servicenow-events/acme")).contains("\"key_id\":\"k3\"", "\"previous_key_id\":\"k2\"");
        terminal = new NobodyThere();
        assertThat(deployed("--new-event-key", "--replace")).isZero();
        assertThat(secret("servicenow-events/acme")).contains("\"key_id\":\"k4\"", "\"previous_key_id\":\"k3\"");
    }

    @Test
    void a_key_that_was_stored_without_an_answer_is_found_stored() throws IOException {
        assertThat(deployed("--answers", file(AFTER))).isZero();
        out.reset();
        withoutAnswer(Faults.Fault.RESPONSE_LOST, ATTEMPTS);
        assertThat(text(errors)).contains("whether " + stack + "/servicenow-events/acme is stored is not known");
        assertThat(text(out)).contains("changed  " + stack + "/servicenow-events/acme: the key k2");
        assertThat(secret("servicenow-events/acme")).contains("\"key_id\":\"k2\"", "\"previous_key_id\":\"k1\"");
    }

    @Test
    void while_nobody_knows_whether_the_key_is_stored_its_file_stays_and_setup_is_run_again() throws IOException {
        assertThat(deployed("--answers", file(AFTER))).isZero();
        for (Faults.Fault lost : List.of(Faults.Fault.RESPONSE_LOST, Faults.Fault.REQUEST_LOST)) {
            out.reset();
            withoutAnswer(lost, 2 * ATTEMPTS); // what is stored cannot be read either
            assertThat(text(out))
                    .contains("is stored is not known, so hand " + keyFile() + " to nobody yet. Run setup again");
            String written = Files.readString(keyFile());
            assertThat(deployed("--new-event-key")).isZero();
            assertThat(Files.readString(keyFile())).as("the same key").isEqualTo(written);
            assertThat(written).contains(current());
            terminal = new TypingPerson().answers("Does ServiceNow sign with the key k2", "y");
        }
        assertThat(secret("servicenow-events/acme")).contains("\"key_id\":\"k3\"", "\"previous_key_id\":\"k2\"");
    }

    @Test
    void a_key_that_is_written_and_not_stored_is_for_nobody() throws IOException {
        assertThat(deployed("--answers", file(AFTER))).isZero();
        withoutAnswer(Faults.Fault.REQUEST_LOST, 2 * ATTEMPTS);
        out.reset();
        assertThat(deployed()).isZero();
        assertThat(text(out))
                .contains("to do    " + keyFile() + " holds the key k2, which is not stored: hand it to nobody")
                .doesNotContain("delete " + keyFile() + " when its key is in ServiceNow");
    }

    /** A new key of events is wanted, and so many calls are lost from that which stores it on. */
    private void withoutAnswer(Faults.Fault how, int calls) {
        breakable = true;
        FAULTS.heal();
        deployed(); // it asks for the same up to the first secret and reads that, which the key is stored in next
        List<Faults.Break> lost = new ArrayList<>();
        lost.add(new Faults.Break(FAULTS.calls().indexOf("secretsmanager DescribeSecret") + 2, how));
        for (int i = 1; i < calls; i++) {
            lost.add(new Faults.Break(0, how));
        }
        FAULTS.breakCalls(lost);
        deployed("--new-event-key");
        assertThat(FAULTS.breaksAhead()).isZero();
        FAULTS.heal();
        breakable = false;
    }

    /** It may not be in ServiceNow yet, and nobody can read it anywhere else. */
    @Test
    void a_write_that_is_refused_leaves_the_file_of_the_key_in_force() throws IOException {
        assertThat(deployed("--answers", file(AFTER))).isZero();
        String inForce = Files.readString(keyFile());
        refused();
        assertThat(text(errors)).contains(stack + "/servicenow-events/acme is not stored: ");
        assertThat(text(out)).contains("run setup again when AWS takes it; " + keyFile() + " is as it was");
        assertThat(Files.readString(keyFile())).isEqualTo(inForce).contains("User name: k1", current());
        assertThat(Files.getPosixFilePermissions(keyFile())).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        Files.delete(keyFile());
        refused();
        assertThat(keyFile()).as("a key that is stored nowhere").doesNotExist();
    }

    /** A new key of events is wanted by somebody who may not store it. */
    private void refused() {
        breakable = true; // as a function, whose calls may be refused
        AWS.failures().next("secretsmanager PutSecretValue", 1, Response.json(400, """
                                {"__type":"AccessDeniedException","Message":"no policy allows secretsmanager:PutSecretValue"}"""));
        deployed("--new-event-key");
        assertThat(AWS.failures().planned()).isEmpty();
        breakable = false;
    }

    private String current() {
        try {
            return JsonParser.object().from(secret("servicenow-events/acme")).getString("key");
        } catch (JsonParserException e) {
            throw new AssertionError(e);
        }
    }

    private Path keyFile() {
        return folder.resolve("out/servicenow-event-key.txt");
    }

    @Test
    void an_aws_that_refuses_leaves_all_to_do_and_no_key_in_a_file() throws IOException {
        key = "AKIDSTRANGER";
        assertThat(setup("--url", URL, "--answers", file(AFTER))).isOne();
        assertThat(text(errors))
                .contains("whether the stack is deployed cannot be seen: cloudformation: DescribeStacks");
        assertThat(text(out))
                .contains(
                        "new      " + folder.resolve("samconfig.toml"),
                        "to do    SSM parameter /" + stack
                                + "/settings: ssm: GetParameter: UnrecognizedClientException",
                        "store it with 'aws ssm put-parameter --overwrite --type String --tier Intelligent-Tiering --name /",
                        "to do    " + stack + "/servicenow-events/acme: secretsmanager: DescribeSecret:");
        assertThat(folder.resolve("out/servicenow-event-key.txt")).doesNotExist();
    }

    @Test
    void answers_that_give_no_good_document_are_told_and_nothing_is_stored() throws IOException {
        String china = AFTER.replace("[\"slack\"]", "[\"teams\"]").replace("\"slack\":", """
                "teams": {"cloud": "china", "app_id": "7f3c2c1e-0b52-4c8e-9d61-aa00acae0002",
                 "tenant_id": "7f3c2c1e-0b52-4c8e-9d61-aa00acae0001", "team_id": "7f3c2c1e-0b52-4c8e-9d61-aa00acae0011",
                 "shared_channel": "19:support@thread.tacv2"}, "slack":""");
        assertThat(deployed("--answers", file(china))).isOne();
        assertThat(text(errors))
                .contains(
                        "these answers give no good settings document:\n  teams.service_url is missing: the cloud china");
        assertThat(parameter()).isEmpty();
    }

    @Test
    void secrets_that_the_stack_was_given_are_not_asked_for() throws IOException {
        AWS.deployed(
                stack,
                Map.of("SlackSigningSecretArn", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:mine-AbCdEf"),
                Map.of("ServiceNowEventUrl", URL + "/servicenow/events"));
        assertThat(setup("--answers", file(AFTER))).isZero();
        assertThat(text(out))
                .contains("stands   slack-signing: arn:aws:secretsmanager:eu-central-1:123456789012:secret:mine-AbCdEf")
                .doesNotContain(stack + "/slack-signing");
    }

    private static final String BEFORE = """
            {"platforms": ["slack"], "servicenow": {"instance": "acme"}, "alarm_email": "operations@acme.example"}""";

    private static final String AFTER = """
            {"platforms": ["slack"], "servicenow": {"instance": "acme"}, "alarm_email": "operations@acme.example",
             "slack": {"app_id": "A01BELAY", "workspace_id": "T01ACME", "shared_channel": "C0SUPPORT"}}""";

    private String file(String answers) throws IOException {
        return Files.writeString(folder.resolve("answers-" + COUNT.incrementAndGet() + ".json"), answers)
                .toString();
    }

    private Optional<String> parameter() {
        try {
            return Optional.of(operator()
                    .call(
                            "ssm",
                            "GetParameter",
                            JsonObject.builder()
                                    .value("Name", "/" + stack + "/settings")
                                    .done())
                    .getObject("Parameter")
                    .getString("Value"));
        } catch (AwsClient.Refused e) {
            return Optional.empty();
        }
    }

    private String secret(String name) {
        try {
            return operator()
                    .call(
                            "secretsmanager",
                            "GetSecretValue",
                            JsonObject.builder()
                                    .value("SecretId", stack + "/" + name)
                                    .done())
                    .getString("SecretString");
        } catch (AwsClient.Refused e) {
            return "";
        }
    }

    private static AwsClient operator() {
        return AWS.client("deployment");
    }

    /** As {@link #setup}, where the stack is deployed. */
    private int deployed(String... options) {
        AWS.deployed(stack, Map.of(), Map.of("ServiceNowEventUrl", URL + "/servicenow/events"));
        return setup(options);
    }

    private int setup(String... options) {
        List<String> typed = new ArrayList<>(
                List.of("setup", "--samconfig", folder.resolve("samconfig.toml").toString()));
        if (!List.of(options).contains("--out")) {
            typed.addAll(
                    List.of("--stack", stack, "--out", folder.resolve("out").toString()));
        }
        typed.addAll(List.of(options));
        Map<String, String> environment =
                (breakable ? AWS.credentialsFor("setup") : AWS.operator("you")).environment(AWS.url());
        if (!key.isEmpty()) {
            environment.put("AWS_ACCESS_KEY_ID", key);
        }
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream said = new PrintStream(errors, true, StandardCharsets.UTF_8);
        Surroundings around = new Surroundings(print, said, environment, terminal, Clock.systemUTC());
        return new Belay(print, Template::ofCheckout, around).run(typed);
    }

    private static String text(ByteArrayOutputStream written) {
        return written.toString(StandardCharsets.UTF_8);
    }
}
