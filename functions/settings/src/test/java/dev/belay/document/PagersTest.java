package dev.belay.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.belay.pagerduty.PagerDutySettings;
import dev.belay.settings.PagerSettings;
import dev.belay.settings.PagerSettings.Kind;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.settings.Route;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the document says of pagers, and which of them a route names. */
final class PagersTest {
    private static final String TARGETS = """
            { "id": "PONCALL", "label": "Major incidents" },
                    { "id": "PDBTEAM", "label": "Databases" }""";

    @Test
    void a_route_leads_to_the_pager_that_it_names_with_its_targets() {
        SettingsDocument document = SettingsDocument.read(Documents.example());

        assertThat(document.settings().routes()).allSatisfy(route -> assertThat(route.pager())
                .contains(new PagerSettings(
                        "pagerduty",
                        Kind.PAGERDUTY,
                        List.of(new Target("PONCALL", "Major incidents"), new Target("PDBTEAM", "Databases")))));
        assertThat(document.connections().pagers())
                .containsOnlyKeys("pagerduty")
                .containsValue(new PagerConnection.PagerDuty(new PagerDutySettings(
                        URI.create("https://api.pagerduty.com"), "PMAJOR1", "belay@acme.example", "PBELAY1")));
    }

    @Test
    void a_route_without_one_has_none() {
        SettingsDocument document = SettingsDocument.read(Documents.accepted("least-that-is-needed"));

        assertThat(document.settings().routes()).extracting(Route::pager).allMatch(pager -> pager.isEmpty());
        assertThat(document.connections().pagers()).isEmpty();
    }

    @Test
    void each_kind_is_reached_in_its_way() {
        assertThat(SettingsDocument.read(Documents.accepted("all-that-there-is"))
                        .connections()
                        .pagers())
                .containsEntry("webhook", new PagerConnection.Webhook(URI.create("https://pager.acme.example/belay")))
                .containsEntry("servicenow-on-call", new PagerConnection.ServiceNowOnCall())
                .hasEntrySatisfying("pagerduty", pager -> assertThat(
                                ((PagerConnection.PagerDuty) pager).settings().api())
                        .isEqualTo(URI.create("https://api.eu.pagerduty.com")));
    }

    @Test
    void a_pager_that_no_route_names_is_warned_of() {
        assertThat(SettingsDocument.read(Documents.accepted("all-that-there-is"))
                        .warnings())
                .extracting(Problem::toString)
                .filteredOn(warning -> warning.startsWith("pagers."))
                .containsExactly(
                        "pagers.servicenow-on-call is named by no route, so nobody can page with it: give a route"
                                + " \"pager\": \"servicenow-on-call\", or take it out",
                        "pagers.webhook is named by no route, so nobody can page with it: give a route"
                                + " \"pager\": \"webhook\", or take it out");
    }

    @Test
    void a_route_with_an_unknown_pager_is_told_which_there_are() {
        assertThat(problems(Documents.exampleWith("\"pager\": \"pagerduty\"", "\"pager\": \"opsgenie\"")))
                .containsExactly("routes[0].pager is \"opsgenie\", which is no pager: add it to pagers, or give one of"
                        + " them; they are pagerduty");
    }

    @Test
    void a_pager_that_is_described_wrongly_is_not_called_unknown_too() {
        assertThat(problems(Documents.exampleWith("\"kind\": \"pagerduty\"", "\"kind\": \"opsgenie\"")))
                .containsExactly(
                        "pagers.pagerduty.kind is \"opsgenie\": give one of pagerduty, webhook, servicenow-on-call");
    }

    @Test
    void a_pager_in_another_spelling_is_told_how_names_look() {
        assertThat(problems(Documents.exampleWith("\"pagerduty\": {", "\"PagerDuty\": {")))
                .contains("pagers.PagerDuty is not a name for this: give a pager's name in lower case, such as"
                        + " \"major-incidents\"");
    }

    @Test
    void a_setting_of_another_kind_is_answered_with_those_of_this_one() {
        assertThat(problems(Documents.exampleWith("\"service_id\"", "\"url\"")))
                .containsExactly(
                        "pagers.pagerduty.url is not a setting: here the settings are kind, targets, from,"
                                + " requester_id, service_id, api_url",
                        "pagers.pagerduty.service_id is missing: give the id of a service in PagerDuty, such as"
                                + " \"PMAJOR1\"");
    }

    @Test
    void targets_that_cannot_be_told_apart_are_each_named() {
        assertThat(problems(Documents.exampleWith(TARGETS, """
                        { "id": "PONCALL", "label": "Databases" }, { "id": "PONCALL", "label": "Databases" }""")))
                .containsExactly(
                        "pagers.pagerduty.targets[1].id is \"PONCALL\", as another target's is: each must be told from"
                                + " the others",
                        "pagers.pagerduty.targets[1].label is \"Databases\", as another target's is: each must be told"
                                + " from the others");
    }

    @Test
    void an_http_address_that_leaves_this_machine_is_refused() {
        assertThat(problems(Documents.exampleWith(
                        "\"service_id\": \"PMAJOR1\"",
                        "\"service_id\": \"PMAJOR1\", \"api_url\": \"http://pagerduty.example\"")))
                .singleElement()
                .asString()
                .startsWith("pagers.pagerduty.api_url is \"http://pagerduty.example\": give https and the host");
    }

    private static List<String> problems(String document) {
        return catchThrowableOfType(InvalidSettings.class, () -> SettingsDocument.read(document)).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
