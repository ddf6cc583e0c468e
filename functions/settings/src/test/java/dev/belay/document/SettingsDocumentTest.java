package dev.belay.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.belay.card.CardAction;
import dev.belay.card.CardLayout;
import dev.belay.card.CardLayout.Known;
import dev.belay.card.CardLayout.OfField;
import dev.belay.card.LinkTemplate;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.record.RecordState;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import dev.belay.settings.TableSettings;
import dev.belay.settings.TableSettings.Postmortem;
import dev.belay.settings.TableStates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SettingsDocumentTest {
    private static final Settings LEAST = settings(Documents.accepted("least-that-is-needed"));
    private static final String TENANT = "7f3c2c1e-0b52-4c8e-9d61-aa00acae0001";

    @Test
    void the_example_says_what_it_says() {
        Settings settings = settings(Documents.example());

        assertThat(settings.startAt()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(settings.pauseOutbound()).isFalse();
        assertThat(settings.serviceNow().instance()).isEqualTo("acme");
        assertThat(settings.serviceNow().url()).isEqualTo(URI.create("https://acme.service-now.com"));
        assertThat(settings.serviceNow().conversationFields()).containsEntry(Platform.SLACK, "x_belay_chat_slack");
        assertThat(settings.chats()).hasEntrySatisfying(Platform.SLACK, slack -> assertThat(slack.workspaces())
                .containsExactly("T01ACME"));
        assertThat(settings.rolesFor(CardAction.ACKNOWLEDGE)).contains("mim_manager");
        assertThat(settings.pressLife()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void a_reaction_with_a_memo_marks_a_message_unless_the_document_says_otherwise() {
        assertThat(marking(LEAST)).contains("memo");
        assertThat(marking(settings(Documents.accepted("all-that-there-is")))).contains("pushpin");
        assertThat(marking(settings(Documents.accepted("no-marking-reaction")))).isEmpty();
    }

    private static Optional<String> marking(Settings settings) {
        return Objects.requireNonNull(settings.chats().get(Platform.SLACK)).markingReaction();
    }

    @Test
    void a_route_of_the_document_is_a_route_of_the_core() {
        assertThat(settings(Documents.example()).routes())
                .filteredOn(route -> route.platform() == Platform.SLACK)
                .singleElement()
                .extracting(Route::table, Route::workspace, Route::responders, Route::isPrivate)
                .containsExactly("incident", "T01ACME", List.of("U01ALICE"), false);
    }

    @Test
    void a_route_of_the_document_leads_to_each_platform_that_it_names() {
        assertThat(settings(Documents.example()).routes())
                .filteredOn(route -> route.platform() == Platform.TEAMS)
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.workspace()).isEqualTo(TENANT);
                    assertThat(route.teams())
                            .containsExactly(
                                    "7f3c2c1e-0b52-4c8e-9d61-aa00acae0011", "7f3c2c1e-0b52-4c8e-9d61-aa00acae0012");
                    assertThat(route.sharedChannel()).contains("19:support@thread.tacv2");
                    assertThat(route.responders()).containsExactly("7f3c2c1e-0b52-4c8e-9d61-aa00acae0021");
                    assertThat(route.priorities()).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
                });
    }

    @Test
    void what_the_document_does_not_say_of_teams_follows_from_its_cloud() {
        SettingsDocument document = SettingsDocument.read(Documents.accepted("a-cloud-of-the-government"));

        assertThat(document.settings().chats())
                .containsOnlyKeys(Platform.TEAMS)
                .hasEntrySatisfying(
                        Platform.TEAMS, teams -> assertThat(teams.workspaces()).containsExactly(TENANT));
        assertThat(document.connections().teams())
                .map(ConnectionSettings.Teams::services)
                .hasValueSatisfying(teams -> {
                    assertThat(teams.graph()).hasToString("https://graph.microsoft.us/v1.0");
                    assertThat(teams.login()).hasToString("https://login.microsoftonline.us");
                    assertThat(teams.scope()).isEqualTo("https://api.botframework.us/.default");
                    assertThat(teams.service()).hasToString("https://smba.infra.gov.teams.microsoft.us/teams/");
                    assertThat(teams.serviceHosts()).contains("smba.infra.gov.teams.microsoft.us");
                    assertThat(teams.catalogApp()).isEmpty();
                });
    }

    @Test
    void the_host_of_the_bot_connector_is_always_one_that_its_token_may_go_to() {
        String document = Documents.accepted("teams-alone")
                .replace("\"app_id\"", "\"service_url\": \"http://localhost:3004/connector/\", \"app_id\"");

        assertThat(SettingsDocument.read(document).connections().teams())
                .map(ConnectionSettings.Teams::services)
                .hasValueSatisfying(
                        teams -> assertThat(teams.serviceHosts()).contains("localhost", "smba.trafficmanager.net"));
    }

    @Test
    void the_connections_say_how_each_system_of_the_document_is_reached() {
        SettingsDocument document = SettingsDocument.read(Documents.example());
        ConnectionSettings connections = document.connections();

        assertThat(connections.serviceNow()).isEqualTo(document.settings().serviceNow());
        assertThat(connections.tables()).containsOnlyKeys("incident");
        assertThat(connections.slack())
                .map(ConnectionSettings.Slack::api)
                .contains(URI.create("https://slack.com/api/"));
        assertThat(connections.slack()).map(ConnectionSettings.Slack::chat).contains(chat(document, Platform.SLACK));
        assertThat(connections.teams()).map(ConnectionSettings.Teams::chat).contains(chat(document, Platform.TEAMS));
    }

    @Test
    void a_platform_that_the_document_does_not_have_is_not_connected_to() {
        assertThat(SettingsDocument.read(Documents.accepted("teams-alone")).connections())
                .satisfies(connections -> assertThat(connections.slack()).isEmpty())
                .satisfies(connections -> assertThat(connections.teams()).isPresent());
    }

    @Test
    void connections_change_only_with_what_they_are_made_of() {
        ConnectionSettings connections =
                SettingsDocument.read(Documents.example()).connections();

        assertThat(SettingsDocument.read(Documents.exampleWith("\"pause_outbound\": false", "\"pause_outbound\": true"))
                        .connections())
                .isEqualTo(connections);
        assertThat(SettingsDocument.read(Documents.exampleWith("https://slack.com/api/", "http://localhost:8080/api/"))
                        .connections())
                .isNotEqualTo(connections);
    }

    @Test
    void what_a_table_leaves_out_is_as_servicenow_ships_it() {
        Settings settings = settings(Documents.accepted("tables-of-their-own"));
        TableSettings change = settings.table("change_request");
        TableSettings task = settings.table("u_task");

        assertThat(change)
                .isEqualTo(new TableSettings(
                        new TableStates(TableStates.shipped("change_request").meanings(), List.of("-4")),
                        "assigned_to",
                        CardLayout.USUAL,
                        Postmortem.NOTED));
        assertThat(task.states().meaning("done")).isEqualTo(RecordState.CLOSED);
        assertThat(task.assigneeField()).isEqualTo("u_owner");
        assertThat(task.card().holder()).contains("Owner");
        assertThat(task.card().facts()).containsExactly(Known.STATE, new OfField("Größe", "cmdb_ci.name"));
        assertThat(settings.table("incident")).isEqualTo(TableSettings.usual("incident"));
    }

    @Test
    void the_published_example_says_of_incidents_what_servicenow_ships() {
        TableSettings incident = settings(Documents.example()).table("incident");

        assertThat(incident.states()).isEqualTo(TableStates.shipped("incident"));
        assertThat(incident.postmortem())
                .isEqualTo(new Postmortem(Optional.of("u_postmortem"), Set.of("wiki.acme.example")));
        assertThat(incident.card().links())
                .containsExactly(new LinkTemplate("Bridge", "https://bridge.acme.example/{number}"));
    }

    @Test
    void clients_are_built_anew_when_a_table_is_decided_otherwise() {
        assertThat(SettingsDocument.read(Documents.exampleWith("\"writes\": [\"2\"]", "\"writes\": []"))
                        .connections())
                .isNotEqualTo(SettingsDocument.read(Documents.example()).connections());
    }

    @Test
    void each_platform_has_a_field_of_its_own_for_the_conversation() {
        assertThat(settings(Documents.example()).serviceNow().conversationFields())
                .isEqualTo(Map.of(Platform.SLACK, "x_belay_chat_slack", Platform.TEAMS, "x_belay_chat_teams"));
        assertThat(settings(Documents.example()).serviceNow().conversationLinks())
                .isEqualTo(
                        Map.of(Platform.SLACK, "x_belay_chat_slack_link", Platform.TEAMS, "x_belay_chat_teams_link"));
    }

    @Test
    void one_field_for_two_platforms_is_refused_with_the_reason() {
        assertThat(problems(Documents.exampleWith("\"x_belay_chat_teams\"", "\"x_belay_chat_slack\"")))
                .containsExactly("servicenow.conversation_fields.teams is the field of another platform or of an"
                        + " address too: give another, since each would overwrite the other's");
    }

    @Test
    void one_field_for_a_conversation_and_its_address_is_refused_with_the_reason() {
        assertThat(problems(Documents.exampleWith("\"x_belay_chat_slack_link\"", "\"x_belay_chat_slack\"")))
                .containsExactly("servicenow.conversation_links.slack is the field of another platform or of an"
                        + " address too: give another, since each would overwrite the other's");
    }

    @Test
    void the_operations_channel_is_on_one_platform_or_on_each() {
        assertThat(settings(Documents.example()).operations())
                .containsExactly(
                        new Channel(Platform.SLACK, "T01ACME", Optional.empty(), "C0BELAYOPS", "C0BELAYOPS"),
                        new Channel(
                                Platform.TEAMS,
                                TENANT,
                                Optional.of("7f3c2c1e-0b52-4c8e-9d61-aa00acae0011"),
                                "19:belayops@thread.tacv2",
                                "19:belayops@thread.tacv2"));
        assertThat(settings(Documents.accepted("an-operations-channel-in-slack"))
                        .operations())
                .containsExactly(new Channel(Platform.SLACK, "T01ACME", Optional.empty(), "C0BELAYOPS", "C0BELAYOPS"));
        assertThat(LEAST.operations()).isEmpty();
    }

    @Test
    void a_private_route_to_teams_is_told_why_not_and_what_to_do() {
        assertThat(problems(Documents.exampleWith("\"private\": false", "\"private\": true")))
                .containsExactly("routes[0].private is true, and in Teams a bot cannot be in a private channel:"
                        + " take teams out of this route, or private");
    }

    @Test
    void a_route_to_a_platform_that_the_document_does_not_have_is_told_so() {
        assertThat(problems(Documents.accepted("teams-alone")
                        .replace("\"priorities\"", "\"slack\": {\"workspace_id\": \"T01ACME\"}, \"priorities\"")))
                .containsExactly(
                        "routes[0].slack leads nowhere: add the section slack to the document, or take this out");
    }

    @Test
    void what_is_not_said_has_a_default() {
        assertThat(LEAST.pauseOutbound()).isFalse();
        assertThat(LEAST.dedicated().priorities()).containsExactlyInAnyOrder(1, 2);
        assertThat(LEAST.pressLife()).isEqualTo(Duration.ofMinutes(10));
        assertThat(SettingsDocument.read(Documents.accepted("least-that-is-needed"))
                        .connections()
                        .slack())
                .map(ConnectionSettings.Slack::api)
                .contains(URI.create("https://slack.com/api/"));
    }

    @Test
    void an_action_whose_roles_are_not_named_needs_one_of_the_default_ones() {
        for (CardAction action : CardAction.values()) {
            assertThat(LEAST.rolesFor(action)).isEqualTo(Set.of("major_incident_manager", "mim_manager"));
        }
    }

    @Test
    void what_is_missing_is_named_with_what_to_give() {
        assertThat(problems(Documents.exampleWith("\"workspace_id\": \"T01ACME\",", "")))
                .containsExactly(
                        "slack.mail_domains[0].workspace_id is missing: give the Slack team id, such as \"T01ACME\"",
                        "routes[0].slack.workspace_id is missing: give the Slack team id, such as \"T01ACME\"",
                        "operations_channel.slack.workspace_id is missing: give the Slack team id, such as \"T01ACME\"");
    }

    @Test
    void what_is_wrong_is_quoted_with_what_is_right() {
        assertThat(problems(Documents.exampleWith("[1, 2, 3, 4, 5]", "[1, 7]")))
                .containsExactly("routes[0].priorities[1] is 7: a priority is 1 to 5");
    }

    @Test
    void an_unknown_setting_is_answered_with_the_known_ones() {
        assertThat(problems(Documents.exampleWith("\"private\"", "\"privat\"")))
                .containsExactly("routes[0].privat is not a setting: here the settings are table, priorities,"
                        + " assignment_groups, private, pager, lines, recording, slack, teams");
    }

    @Test
    void a_route_to_a_workspace_that_is_not_ours_is_told_which_are() {
        assertThat(problems(Documents.exampleWith("\"workspace_id\": \"T01ACME\"", "\"workspace_id\": \"T02OTHER\"")))
                .containsExactly(
                        "slack.mail_domains[0].workspace_id is \"T02OTHER\": give one of slack.workspaces, or add it"
                                + " there; they are T01ACME",
                        "routes[0].slack.workspace_id is \"T02OTHER\": give one of slack.workspaces, or add it"
                                + " there; they are T01ACME",
                        "operations_channel.slack.workspace_id is \"T02OTHER\": give one of slack.workspaces, or add it"
                                + " there; they are T01ACME");
    }

    @Test
    void a_route_whose_records_would_have_no_place_is_told_which() {
        assertThat(problems(Documents.exampleWith("\"shared_channel\": \"C0SUPPORT\",", "")))
                .containsExactly("routes[0].slack.shared_channel is missing: give the id of a channel, not its name,"
                        + " such as \"C0SUPPORT\"; priorities [3, 4, 5] get no channel of their own");
    }

    @Test
    void every_problem_is_said_at_once() {
        String broken = Documents.exampleWith("\"T01ACME\"", "\"acme\"")
                .replace("\"pause_outbound\": false", "\"pause_outbound\": \"no\"")
                .replace("\"U01ALICE\"", "\"@alice\"");

        assertThat(paths(broken))
                .containsExactlyInAnyOrder(
                        "pause_outbound",
                        "slack.workspaces[0]",
                        "slack.mail_domains[0].workspace_id",
                        "routes[0].slack.workspace_id",
                        "routes[0].slack.responders[0]",
                        "operations_channel.slack.workspace_id");
    }

    @Test
    void a_section_that_is_missing_is_one_problem() {
        assertThat(paths("{}")).containsExactlyInAnyOrder("schema", "start_at", "servicenow", "slack", "routes");
    }

    @Test
    void what_is_not_json_is_told_where() {
        assertThat(problems("{\n  \"schema\": ]\n}"))
                .containsExactly("the document cannot be read as a JSON object: look at line 2, column 13");
    }

    @Test
    void what_is_no_object_is_told_so() {
        assertThat(problems(" \n"))
                .containsExactly("the document is empty: infra/settings.example.json shows what belongs there");
        assertThat(problems("[]")).containsExactly("the document is no JSON object: begin it with {");
        assertThat(problems("\uFEFF{}"))
                .containsExactly("the document begins with a byte order mark: save it as UTF-8 without one");
    }

    @Test
    void what_is_nested_without_end_is_refused_before_it_is_parsed() {
        assertThat(problems("[".repeat(8000))).containsExactly("the document is nested too deep: no setting is");
    }

    @Test
    void a_long_wrong_value_is_quoted_in_part() {
        assertThat(problems(Documents.exampleWith("\"acme\"", "\"" + "long ".repeat(100) + "\"")))
                .singleElement()
                .asString()
                .hasSizeLessThan(200)
                .contains("…");
    }

    private static Settings settings(String document) {
        return SettingsDocument.read(document).settings();
    }

    private static ChatSettings chat(SettingsDocument document, Platform platform) {
        return Objects.requireNonNull(document.settings().chats().get(platform));
    }

    private static List<String> problems(String document) {
        return thrown(document).problems().stream().map(Problem::toString).toList();
    }

    private static List<String> paths(String document) {
        return thrown(document).problems().stream().map(Problem::path).toList();
    }

    private static InvalidSettings thrown(String document) {
        return catchThrowableOfType(InvalidSettings.class, () -> SettingsDocument.read(document));
    }
}
