package dev.belay.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document may say and hardly means is said, and the document is obeyed all the same. */
final class WarningsTest {
    private static final String GROUP = "\"d625dccec0a8016700a222a0f7900d06\"";
    private static final String OTHER_GROUP = "\"8a4dde73c6112278017a6a4baf547aa7\"";

    @Test
    void the_published_example_means_all_that_it_says() {
        assertThat(SettingsDocument.read(Documents.example()).warnings()).isEmpty();
    }

    @Test
    void a_route_behind_one_that_takes_all_of_it_is_never_reached() {
        assertThat(routed(slack("[1, 2, 3]", ""), slack("[2]", "")))
                .containsExactly("routes[1].slack is never reached: all that it takes is taken before by routes[0]."
                        + " Put it first, or take it out");
    }

    @Test
    void several_routes_may_take_all_of_it_together() {
        assertThat(routed(slack("[1]", ""), slack("[2, 3]", ""), slack("[1, 2]", GROUP)))
                .containsExactly("routes[2].slack is never reached: all that it takes is taken before by routes[0],"
                        + " routes[1]. Put it first, or take it out");
        assertThat(routed(slack("[1]", GROUP), slack("[1]", OTHER_GROUP), slack("[1]", GROUP + ", " + OTHER_GROUP)))
                .singleElement()
                .asString()
                .startsWith("routes[2].slack is never reached");
    }

    @Test
    void a_route_to_which_anything_is_left_is_reached() {
        assertThat(routed(slack("[1]", GROUP), slack("[1]", ""))).isEmpty();
        assertThat(routed(slack("[1]", GROUP), slack("[1]", GROUP + ", " + OTHER_GROUP)))
                .isEmpty();
        assertThat(routed(slack("[1, 2]", ""), slack("[2, 3]", ""))).isEmpty();
    }

    @Test
    void routes_of_another_platform_or_table_take_nothing_from_one() {
        assertThat(SettingsDocument.read(Documents.accepted("a-private-route-to-slack-beside-one-to-teams"))
                        .warnings())
                .isEmpty();
        assertThat(routed(slack("[1]", ""), slack("[1]", "").replace("incident", "problem")))
                .noneMatch(warning -> warning.contains("never reached"));
    }

    @Test
    void a_table_that_nothing_is_told_of_is_named_with_what_it_needs() {
        assertThat(routed(slack("[1]", ""), slack("[1]", "").replace("incident", "incident_task")))
                .contains("routes[1].table is \"incident_task\": see that the business rules and the"
                        + " integration user's rights of infra/servicenow are set up on incident_task too, or nothing"
                        + " comes from it");
        assertThat(warningsOf(Documents.exampleWith("\"incident\"", "\"sc_req_item\"")))
                .filteredOn(warning -> warning.contains("infra/servicenow"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"problem", "change_request"})
    void a_table_that_the_application_tells_of_needs_no_warning(String table) {
        assertThat(routed(slack("[1]", ""), slack("[1]", "").replace("incident", table)))
                .isEmpty();
    }

    @Test
    void a_table_without_a_route_is_named() {
        assertThat(deciding("\"problem\": {}"))
                .containsExactly("tables.problem has no route that takes its records, so it decides nothing: name the"
                        + " table in a route, or take this out");
    }

    @Test
    void a_table_whose_states_nobody_named_is_named() {
        assertThat(routed(slack("[1]", ""), slack("[2]", "").replace("incident", "u_task")))
                .anyMatch(warning -> warning.startsWith("routes[1].table is \"u_task\", of which no state is known"));
    }

    @Test
    void what_acknowledge_never_writes_is_named() {
        assertThat(deciding("\"incident\": {\"writes\": [\"6\", \"2\"]}"))
                .containsExactly("tables.incident.writes names 6, which does not mean worked on, so Acknowledge never"
                        + " writes it: take it out");
        assertThat(deciding("\"incident\": {\"states\": {\"new\": [\"1\"], \"in_progress\": [\"20\"]}}"))
                .singleElement()
                .asString()
                .startsWith("tables.incident.writes names 2,");
        assertThat(deciding("\"incident\": {\"writes\": []}")).isEmpty();
    }

    @Test
    void a_problem_that_somebody_must_be_assigned_to_does_not_go_on_by_another_field() {
        String problem = "{\"writes\": [\"102\"], \"assignee_field\": \"u_commander\"}";
        assertThat(warningsOf(
                        DOCUMENT.formatted(slack("[1]", "").replace("incident", "problem"), "\"problem\": " + problem)))
                .anyMatch(warning -> warning.startsWith("tables.problem.writes moves a problem"));
    }

    @Test
    void a_field_for_two_things_is_named() {
        assertThat(deciding("\"incident\": {\"assignee_field\": \"u_x\", \"postmortem\": {\"field\": \"u_x\"}}"))
                .containsExactly("tables.incident.postmortem.field is \"u_x\", which is written for something else"
                        + " too: give a field of its own");
        assertThat(deciding("\"incident\": {\"postmortem\": {\"field\": \"u_chat\"}}"))
                .hasSize(1);
    }

    private static final String DOCUMENT = """
            {"schema": 1, "start_at": "2026-11-01T00:00:00Z",
             "servicenow": {"instance": "acme", "url": "https://acme.service-now.com", "user": "belay",
              "conversation_fields": {"slack": "u_chat"}},
             "slack": {"app_id": "A01BELAY", "workspaces": ["T01ACME"]}, "routes": [%s], "tables": {%s}}""";

    private static List<String> deciding(String tables) {
        return warningsOf(DOCUMENT.formatted(slack("[1]", ""), tables));
    }

    @Test
    void all_priorities_in_channels_of_their_own_are_hardly_meant() {
        assertThat(warningsOf(Documents.exampleWith(
                        "\"dedicated_priorities\": [1, 2]", "\"dedicated_priorities\": [5,4,3,2,1]")))
                .containsExactly("dedicated_priorities names all five: each record gets a channel of its own, and no"
                        + " shared channel is used. Name fewer, such as [1, 2]");
        assertThat(warningsOf(Documents.exampleWith(
                        "\"dedicated_priorities\": [1, 2]", "\"dedicated_priorities\": [1,2,3,4]")))
                .isEmpty();
    }

    @Test
    void an_operations_channel_on_one_of_two_platforms_is_hardly_meant() {
        String inSlack = """
                "slack": {
                      "workspace_id": "T01ACME",
                      "channel": "C0BELAYOPS"
                    },
                    "teams": {""";
        assertThat(warningsOf(Documents.exampleWith(inSlack, "\"teams\": {")))
                .containsExactly("operations_channel names no channel in Slack: when the other platform refuses our"
                        + " token, nobody is told in chat. Add slack");
    }

    @Test
    void a_platform_that_no_route_leads_to_is_named() {
        String teams = Documents.accepted("teams-alone")
                .replaceFirst(
                        "\"teams\"", "\"slack\": {\"app_id\": \"A01BELAY\", \"workspaces\": [\"T01ACME\"]}, \"teams\"");
        assertThat(warningsOf(teams))
                .containsExactly("slack has no route that leads there, so no conversation is opened in it: add slack"
                        + " to a route, or take the section out");
    }

    private static String slack(String priorities, String groups) {
        return """
                {"table": "incident", "priorities": %s, "assignment_groups": [%s],
                 "slack": {"workspace_id": "T01ACME", "shared_channel": "C0SUPPORT"}}""".formatted(priorities, groups);
    }

    private static List<String> routed(String first, String... more) {
        return warningsOf("""
                {"schema": 1, "start_at": "2026-11-01T00:00:00Z",
                 "servicenow": {"instance": "acme", "url": "https://acme.service-now.com", "user": "belay"},
                 "slack": {"app_id": "A01BELAY", "workspaces": ["T01ACME"]}, "routes": [%s, %s]}""".formatted(first, String.join(", ", more)));
    }

    private static List<String> warningsOf(String document) {
        return SettingsDocument.read(document).warnings().stream()
                .map(Problem::toString)
                .toList();
    }
}
