package dev.belay.infra;

import static dev.belay.infra.ServiceNowRights.ROUTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.infra.ServiceNowApp.AppRecord;
import dev.belay.servicenow.protocol.EventSignature;
import dev.belay.tool.Requires;
import dev.belay.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ServiceNow's SDK makes of the application: the records that are installed on an instance. */
@Requires(Tool.NODE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServiceNowAppTest {
    private static final List<String> OURS =
            List.of("x_belay_chat_slack", "x_belay_chat_slack_link", "x_belay_chat_teams", "x_belay_chat_teams_link");
    private static final Set<String> WATCHED =
            Set.of("priority", "state", "assigned_to", "assignment_group", "major_incident_state", "short_description");
    private static final String OF_ROUTED = "table_nameIN" + String.join(",", ROUTED);
    private static final Pattern REQUIRED = Pattern.compile("require\\([\"']([^\"']+)[\"']\\)");
    private static final String INTEGRATION = "x_belay_chat.integration";

    private ServiceNowApp app;

    @BeforeAll
    void build() {
        app = ServiceNowApp.built();
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "problem", "change_request"})
    void each_table_has_four_rules_that_run_after_the_transaction(String table) {
        List<AppRecord> rules = rules(table);

        assertThat(rules).hasSize(4).allSatisfy(rule -> {
            assertThat(rule.at("when")).isEqualTo("async_always");
            assertThat(rule.at("active")).isEqualTo("true");
            assertThat(rule.at("order")).isEqualTo("1000");
            assertThat(rule.at("advanced")).isEqualTo("true");
        });
        assertThat(rules.stream().collect(Collectors.toMap(rule -> rule.at("name"), ServiceNowAppTest::operations)))
                .isEqualTo(Map.of(
                        "Belay: opened", "insert",
                        "Belay: updated", "update",
                        "Belay: noted", "update",
                        "Belay: deleted", "delete"));
    }

    /** A file of another table, and one that hangs on nothing yet, is none of ours. */
    @Test
    void attachments_have_one_rule_that_tells_of_new_ones_on_these_tables() {
        assertThat(rules("sys_attachment")).singleElement().satisfies(rule -> {
            assertThat(rule.at("name")).isEqualTo("Belay: attached");
            assertThat(operations(rule)).isEqualTo("insert");
            assertThat(rule.at("when")).isEqualTo("async_always");
            assertThat(rule.at("active")).isEqualTo("true");
            assertThat(rule.at("order")).isEqualTo("1000");
            assertThat(rule.at("advanced")).isEqualTo("true");
            assertThat(rule.at("filter_condition")).isEqualTo(OF_ROUTED);
        });
    }

    private List<AppRecord> rules(String table) {
        return app.of("sys_script").stream()
                .filter(rule -> rule.at("collection").equals(table))
                .toList();
    }

    private static String operations(AppRecord rule) {
        return Stream.of("insert", "update", "delete", "query")
                .filter(operation -> rule.at("action_" + operation).equals("true"))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "problem", "change_request"})
    void a_rule_filters_by_what_changed_and_by_nothing_else(String table) {
        Set<String> watched = new TreeSet<>(WATCHED);
        if (!table.equals("incident")) {
            watched.remove("major_incident_state");
        }
        assertThat(rules(table).stream().collect(Collectors.toMap(rule -> rule.at("name"), ServiceNowAppTest::changed)))
                .isEqualTo(Map.of(
                        "Belay: opened", Set.of(),
                        "Belay: updated", watched,
                        "Belay: noted", Set.of("work_notes"),
                        "Belay: deleted", Set.of()));
    }

    private static Set<String> changed(AppRecord rule) {
        return Stream.of(rule.at("filter_condition").split("\\^OR", -1))
                .filter(condition -> !condition.isEmpty())
                .map(condition -> {
                    assertThat(condition).matches("[a-z_]+VALCHANGES");
                    return condition.replace("VALCHANGES", "");
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void each_script_calls_a_function_of_a_module_that_is_installed() {
        Map<String, String> modules = app.of("sys_module").stream()
                .collect(Collectors.toMap(module -> module.at("path"), module -> module.at("content")));
        List<String> required = app.all().stream()
                .filter(record -> !record.table().equals("sys_module"))
                .flatMap(record ->
                        REQUIRED.matcher(record.at("script")).results().map((MatchResult found) -> found.group(1)))
                .toList();

        assertThat(required).hasSize(12 + 1 + 1 + 1 + 1).allMatch(modules::containsKey);
        assertThat(app.of("sys_script")).allSatisfy(rule -> {
            String function = rule.at("name").substring("Belay: ".length());
            assertThat(rule.at("script")).contains("const { " + function + " } = require(", function + "(current");
        });
        assertThat(modules.get("x_belay_chat/belay/" + version() + "/src/server/rules.js"))
                .contains("opened", "updated", "noted", "deleted", "attached");
    }

    private String version() {
        return app.of("sys_app").getFirst().at("version");
    }

    /** What runs in the tests of the modules is what runs on an instance. */
    @Test
    void the_modules_are_those_that_are_tested() throws IOException {
        Map<String, String> installed = app.of("sys_module").stream()
                .filter(module -> module.at("path").contains("/src/server/"))
                .collect(Collectors.toMap(
                        module -> module.at("path").replaceFirst(".*/src/server/", ""),
                        module -> module.at("content")));
        Set<String> names = new HashSet<>();
        for (Path module : ServiceNowInstance.modules()) {
            String name = module.getFileName().toString();
            names.add(name);
            assertThat(installed.get(name)).as(name).isEqualTo(Files.readString(module));
        }
        assertThat(installed.keySet()).isEqualTo(names);
    }

    @Test
    void the_heartbeat_is_sent_each_minute() {
        assertThat(app.of("sysauto_script")).singleElement().satisfies(job -> {
            assertThat(job.at("run_type")).isEqualTo("periodically");
            assertThat(job.at("run_period")).isEqualTo("1970-01-01 00:01:00");
            assertThat(job.at("active")).isEqualTo("true");
            assertThat(job.at("script")).contains("everyMinute()");
        });
    }

    @Test
    void the_outbound_message_is_the_one_that_the_modules_send_with() {
        AppRecord message = app.of("sys_rest_message").getFirst();
        AppRecord method = app.of("sys_rest_message_fn").getFirst();

        assertThat(message.at("name") + " " + method.at("function_name")).isEqualTo("Belay event");
        assertThat(method.at("http_method")).isEqualTo("post");
        assertThat(method.at("rest_message")).isEqualTo(message.at("sys_id"));
        assertThat(method.at("authentication_type")).isEqualTo("no_authentication");
        assertThat(method.at("content")).isEmpty();
    }

    /** They are set on the instance, so an update set must not carry them to another one, nor the zip a value. */
    @Test
    void properties_are_empty_private_and_an_administrators() {
        assertThat(app.of("sys_properties")).hasSize(2).allSatisfy(property -> {
            assertThat(property.at("value")).isEmpty();
            assertThat(property.at("is_private")).isEqualTo("true");
            assertThat(property.at("read_roles")).isEqualTo("admin");
            assertThat(property.at("write_roles")).isEqualTo("admin");
        });
        assertThat(app.of("sys_properties"))
                .extracting(property -> property.at("name"))
                .containsExactlyInAnyOrder(
                        "x_belay_chat.endpoint", "x_belay_chat." + EventSignature.CREDENTIAL_PROPERTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "problem", "change_request"})
    void each_table_has_read_only_columns_for_conversations_that_bear_the_scope(String table) {
        Map<String, AppRecord> columns = app.of("sys_dictionary").stream()
                .filter(column -> column.at("name").equals(table))
                .collect(Collectors.toMap(column -> column.at("element"), column -> column));

        assertThat(columns.keySet()).isEqualTo(Set.copyOf(OURS));
        assertThat(columns).allSatisfy((name, column) -> {
            assertThat(column.at("read_only")).isEqualTo("true");
            assertThat(column.at("internal_type")).isEqualTo(name.endsWith("_link") ? "url" : "string");
        });
        assertThat(columns)
                .extractingByKeys("x_belay_chat_slack", "x_belay_chat_teams")
                .extracting(column -> column.at("max_length"))
                .containsExactly("80", "100");
    }

    @Test
    void the_example_of_the_settings_names_these_columns() throws IOException, JsonParserException {
        JsonObject serviceNow = JsonParser.object()
                .from(Files.readString(Path.of("settings.example.json")))
                .getObject("servicenow");

        assertThat(Stream.of("conversation_fields", "conversation_links")
                        .flatMap(name -> serviceNow.getObject(name).values().stream()))
                .containsExactlyInAnyOrderElementsOf(OURS);
    }

    @Test
    void a_conversation_is_opened_from_each_tables_form_once_there_is_one() {
        List<AppRecord> opening = app.of("sys_ui_action").stream()
                .filter(action -> action.at("name").startsWith("Open conversation in "))
                .toList();

        assertThat(opening).hasSize(6).allSatisfy(action -> {
            String link = action.at("name").endsWith("Slack") ? "x_belay_chat_slack_link" : "x_belay_chat_teams_link";
            assertThat(action.at("form_link")).isEqualTo("true");
            assertThat(action.at("condition")).isEqualTo("!current." + link + ".nil()");
            assertThat(action.at("script")).isEqualTo("action.setRedirectURL(current.getValue('" + link + "'));");
        });
        assertThat(opening).extracting(action -> action.at("table")).hasSameElementsAs(ROUTED);
    }

    @Test
    void the_test_event_is_a_button_above_the_outbox_for_its_administrators() {
        assertThat(app.of("sys_ui_action"))
                .filteredOn(action -> action.at("name").equals("Send test event"))
                .singleElement()
                .satisfies(action -> {
                    assertThat(action.at("table")).isEqualTo("x_belay_chat_outbox");
                    assertThat(action.at("list_banner_button")).isEqualTo("true");
                    assertThat(action.at("script")).contains("sendTest(current");
                });
    }

    /** One of several rules of a name is enough; rules on a table as such, and on our own columns, take nothing from others. */
    @Test
    void active_rules_of_access_are_those_that_only_add() {
        Set<String> expected = new TreeSet<>(Set.of("read x_belay_chat_outbox", "delete x_belay_chat_outbox"));
        for (String table : ROUTED) {
            expected.add("read " + table);
            expected.add("write " + table);
            OURS.forEach(column -> expected.add("write " + table + "." + column));
        }
        assertThat(access("true")).isEqualTo(expected);
    }

    @Test
    void rules_on_servicenows_own_are_exactly_what_belay_writes_and_reads_and_are_inactive() {
        ServiceNowRights needed = ServiceNowRights.ofReadme();
        Set<String> expected = new TreeSet<>();
        needed.written().stream()
                .filter(field -> !field.contains(".x_belay_chat_"))
                .forEach(field -> expected.add("write " + field));
        needed.read().stream().filter(table -> !ROUTED.contains(table)).forEach(table -> expected.add("read " + table));
        needed.created().forEach(table -> expected.add("create " + table));
        expected.add("read sys_user_role"); // by role.name

        assertThat(access("false")).isEqualTo(expected);
    }

    /** Once activated it would open the attachments of every table. */
    @Test
    void the_rule_that_reads_attachments_is_about_those_of_these_tables() {
        assertThat(app.of("sys_security_acl"))
                .filteredOn(acl -> !acl.at("condition").isEmpty())
                .singleElement()
                .satisfies(acl -> {
                    assertThat(acl.at("operation") + " " + acl.at("name")).isEqualTo("read sys_attachment");
                    assertThat(acl.at("condition")).isEqualTo(OF_ROUTED);
                });
    }

    @Test
    void our_own_columns_are_the_ones_that_the_readme_has_written() {
        assertThat(ServiceNowRights.ofReadme().written())
                .filteredOn(field -> field.contains(".x_belay_chat_"))
                .hasSize(ROUTED.size() * OURS.size());
    }

    @Test
    void every_rule_of_access_asks_for_one_role_of_ours_and_has_no_script() {
        assertThat(app.of("sys_security_acl")).isNotEmpty().allSatisfy(acl -> {
            boolean ofOutbox = acl.at("name").equals("x_belay_chat_outbox");
            assertThat(app.rolesOf(acl)).containsExactly(ofOutbox ? "x_belay_chat.admin" : INTEGRATION);
            assertThat(acl.at("decision_type")).isEqualTo("allow");
            assertThat(acl.at("script")).isEmpty();
            assertThat(acl.at("type")).isEqualTo("record");
        });
    }

    private Set<String> access(String active) {
        return app.of("sys_security_acl").stream()
                .filter(acl -> acl.at("active").equals(active))
                .map(acl -> acl.at("operation") + " " + acl.at("name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void another_scope_leaves_nothing_of_ours() {
        ServiceNowApp other = ServiceNowApp.built("x_acme_belay");

        assertThat(other.all()).hasSameSizeAs(app.all()).noneMatch(record -> record.fields().values().stream()
                .anyMatch(value -> value.contains("x_belay_chat")));
        assertThat(other.of("sys_dictionary"))
                .extracting(column -> column.at("element"))
                .contains("x_acme_belay_slack", "x_acme_belay_teams_link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "x_acme", "x_Acme_belay", "x_acme_belay_for_all_of_us", "x_a;b_c"})
    void a_scope_that_no_instance_takes_is_refused(String scope) {
        ToolRun run = ToolRun.of(List.of("servicenow/build", scope), Map.of());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).startsWith("A scope is x_, a company's code, _ and a name");
    }
}
