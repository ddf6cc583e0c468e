package dev.belay.simulator.pagerduty;

import static dev.belay.simulator.pagerduty.Stage.code;
import static dev.belay.simulator.pagerduty.Stage.id;
import static dev.belay.simulator.pagerduty.Stage.incident;
import static dev.belay.simulator.pagerduty.Stage.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.pagerduty.account.EscalationPolicy;
import dev.belay.simulator.pagerduty.account.Incident.Status;
import dev.belay.simulator.pagerduty.account.Service;
import dev.belay.simulator.pagerduty.account.User;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Incidents are opened, found and refused as PagerDuty's description and guides say. */
final class IncidentsTest {
    private final Stage stage = new Stage();
    private final User bob = stage.pagerDuty.account().user(AcmeAccount.BOB).orElseThrow();

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void an_incident_pages_whoever_is_on_call_for_its_service() {
        assertThat(PublishedApi.takes("createIncident", incident("k1"))).isTrue();
        HttpResponse<String> answer = stage.open("k1");
        JsonObject incident = object(answer).getObject("incident");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(incident)
                .containsEntry("status", "triggered")
                .containsEntry("incident_key", "k1")
                .containsEntry("urgency", "high")
                .containsEntry("title", "INC0010001 Checkout down")
                .containsEntry("created_at", "2026-03-02T10:15:30Z")
                .containsEntry("assigned_via", "escalation_policy");
        assertThat(stage.pagerDuty.account().paged(incident.getString("id"))).containsExactly(AcmeAccount.BOB);
        assertThat(object(stage.get("getIncident", "/incidents/" + id(answer))).getObject("incident"))
                .isEqualTo(incident);
    }

    @Test
    void the_key_of_an_open_incident_is_refused_until_it_is_resolved() {
        String first = id(stage.open("k1"));
        stage.pagerDuty.account().status(first, Status.ACKNOWLEDGED, bob);
        HttpResponse<String> again = stage.open("k1");

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(object(again).getObject("error").getArray("errors"))
                .containsExactly("Open incident with matching dedup key already exists on this service");
        assertThat(stage.pagerDuty.account().incidents()).hasSize(1);
        assertThat(stage.open("k2").statusCode()).isEqualTo(201);
        stage.pagerDuty.account().status(first, Status.RESOLVED, bob);
        assertThat(stage.open("k1").statusCode()).isEqualTo(201);
    }

    @Test
    void the_same_key_is_another_incident_on_another_service() {
        stage.open("k1");
        EscalationPolicy policy = stage.pagerDuty.account().addPolicy("Others", bob);
        Service other = stage.pagerDuty.account().addService("Others", policy);

        assertThat(stage.post("createIncident", "/incidents", incident("k1").replace(AcmeAccount.SERVICE, other.id()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void an_incident_without_a_key_gets_one() {
        String bare = incident("").replace("\"incident_key\":\"\",", "");

        assertThat(object(stage.post("createIncident", "/incidents", bare))
                        .getObject("incident")
                        .getString("incident_key"))
                .isNotEmpty();
        assertThat(stage.post("createIncident", "/incidents", bare).statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_somebody_opens_for_themselves_is_acknowledged_and_pages_nobody_else() {
        String own = incident("k1")
                .replace(
                        "\"urgency\"",
                        "\"assignments\":[{\"assignee\":{\"id\":\"" + AcmeAccount.BELAY
                                + "\",\"type\":\"user_reference\"}}],\"urgency\"");

        JsonObject opened =
                object(stage.post("createIncident", "/incidents", own)).getObject("incident");
        assertThat(opened).containsEntry("status", "acknowledged").containsEntry("assigned_via", "direct_assignment");
        assertThat(stage.pagerDuty.account().paged(opened.getString("id"))).containsExactly(AcmeAccount.BELAY);
    }

    @Test
    void a_policy_that_is_named_is_paged_in_place_of_the_services() {
        String named = incident("k1")
                .replace(
                        "\"urgency\"",
                        "\"escalation_policy\":{\"id\":\"" + AcmeAccount.DATABASES
                                + "\",\"type\":\"escalation_policy_reference\"},\"urgency\"");

        assertThat(stage.pagerDuty.account().paged(id(stage.post("createIncident", "/incidents", named))))
                .containsExactly(AcmeAccount.CAROL, AcmeAccount.DAVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"incident\":\"x\"}",
                "{\"incident\":{\"type\":\"incident\",\"title\":\"x\"}}",
                "{\"incident\":{\"type\":\"incident\",\"title\":\"x\",\"service\":{\"id\":\"PMAJOR1\"}}}",
                "{\"incident\":{\"type\":\"alert\",\"title\":\"x\",\"service\":{\"id\":\"PMAJOR1\",\"type\":\"service_reference\"}}}",
                "{\"incident\":{\"type\":\"incident\",\"service\":{\"id\":\"PMAJOR1\",\"type\":\"service_reference\"}}}",
                "{\"incident\":{\"type\":\"incident\",\"title\":\"\",\"service\":{\"id\":\"PMAJOR1\",\"type\":\"service_reference\"}}}",
                "{\"incident\":{\"type\":\"incident\",\"title\":7,\"service\":{\"id\":\"PMAJOR1\",\"type\":\"service_reference\"}}}",
                "{\"incident\":{\"type\":\"incident\",\"title\":\"x\",\"urgency\":\"severe\",\"service\":{\"id\":\"PMAJOR1\",\"type\":\"service_reference\"}}}",
                "{\"incident\":{\"type\":\"incident\",\"title\":\"x\",\"body\":{\"details\":\"y\"},\"service\":{\"id\":\"PMAJOR1\",\"type\":\"service_reference\"}}}",
                "{\"incident\":{\"type\":\"incident\",\"title\":\"x\",\"body\":{\"type\":\"incident_body\",\"details\":{\"a\":1}},\"service\":{\"id\":\"PMAJOR1\",\"type\":\"service_reference\"}}}"
            })
    void what_the_description_does_not_take_is_refused(String body) {
        assertThat(PublishedApi.takes("createIncident", body)).isFalse();
        HttpResponse<String> answer = stage.post("createIncident", "/incidents", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo(2001);
        assertThat(stage.pagerDuty.account().incidents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"escalation_policy\":{\"id\":\"PNONE\",\"type\":\"escalation_policy_reference\"}|1014",
                "\"assignments\":[{\"assignee\":{\"id\":\"PNONE\",\"type\":\"user_reference\"}}]|1007",
                "\"assignments\":[{\"assignee\":{\"id\":\"PBOB001\",\"type\":\"user_reference\"}},{\"assignee\":{\"id\":\"PALICE1\",\"type\":\"user_reference\"}}]|2001",
                "\"escalation_policy\":{\"id\":\"PONCALL\",\"type\":\"escalation_policy_reference\"},\"assignments\":[{\"assignee\":{\"id\":\"PBOB001\",\"type\":\"user_reference\"}}]|2001"
            })
    void whom_nobody_can_page_is_refused(String field, int code) {
        HttpResponse<String> answer = stage.post(
                "createIncident", "/incidents", incident("k1").replace("\"urgency\"", field + ",\"urgency\""));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo(code);
    }

    @Test
    void a_service_that_is_unknown_or_takes_nothing_is_refused() {
        assertThat(code(stage.post(
                        "createIncident", "/incidents", incident("k1").replace("PMAJOR1", "PNONE"))))
                .isEqualTo(2002);
        for (Service.Standing standing :
                new Service.Standing[] {Service.Standing.MAINTENANCE, Service.Standing.DISABLED}) {
            stage.pagerDuty.account().standing(AcmeAccount.SERVICE, standing);
            assertThat(stage.open("k1").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_policy_that_has_nobody_on_call_is_refused() {
        EscalationPolicy empty = stage.pagerDuty.account().addPolicy("Nobody");
        Service service = stage.pagerDuty.account().addService("Nobody's", empty);

        assertThat(code(stage.post(
                        "createIncident", "/incidents", incident("k1").replace("PMAJOR1", service.id()))))
                .isEqualTo(1015);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@acme.example", "not an address"})
    void one_who_is_no_user_opens_nothing(String from) {
        HttpResponse<String> answer = stage.checked(
                "createIncident",
                stage.request("/incidents").setHeader("From", from).POST(BodyPublishers.ofString(incident("k1"))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo(1008);
    }

    @Test
    void an_incident_is_found_by_its_key_and_its_status() {
        String first = id(stage.open("k1"));
        stage.pagerDuty.account().status(first, Status.RESOLVED, bob);
        String second = id(stage.open("k1"));
        stage.open("k2");

        assertThat(found("incident_key=k1")).containsExactly(first, second);
        assertThat(found("incident_key=k1&statuses[]=triggered&statuses[]=acknowledged"))
                .containsExactly(second);
        assertThat(found("incident_key=k3")).isEmpty();
        assertThat(found("service_ids[]=PNONE")).isEmpty();
    }

    @Test
    void a_key_that_is_empty_finds_everything() {
        stage.open("k1");
        stage.open("k2");

        assertThat(found("incident_key=")).hasSize(2);
    }

    @Test
    void a_list_looks_back_a_month_unless_it_is_told_to_look_at_all() {
        String old = id(stage.open("k1"));
        stage.clock.pass(Duration.ofDays(31));

        assertThat(found("incident_key=k1")).isEmpty();
        assertThat(found("incident_key=k1&date_range=all")).containsExactly(old);
        assertThat(found("incident_key=k1&since=2026-03-01T00:00:00Z")).containsExactly(old);
        assertThat(found("incident_key=k1&since=2026-03-01T00:00:00Z&until=2026-03-02T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void a_list_comes_in_pages() {
        for (int i = 0; i < 30; i++) {
            stage.open("k" + i);
        }
        JsonObject first = object(stage.get("listIncidents", "/incidents?total=true"));

        assertThat(first.getArray("incidents")).hasSize(25);
        assertThat(first).containsEntry("more", true).containsEntry("total", 30);
        JsonObject second = object(stage.get("listIncidents", "/incidents?offset=25&limit=1000"));
        assertThat(second.getArray("incidents")).hasSize(5);
        assertThat(second).containsEntry("more", false).containsEntry("limit", 100);
        assertThat(stage.get("listIncidents", "/incidents?offset=9990&limit=20").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_status_that_does_not_exist_is_refused() {
        assertThat(object(stage.get("listIncidents", "/incidents?statuses[]=open"))
                        .getObject("error")
                        .getArray("errors"))
                .containsExactly("Status must be a list of triggered, acknowledged, or resolved.");
    }

    @Test
    void an_incident_that_is_not_there_is_not_found() {
        HttpResponse<String> answer = stage.get("getIncident", "/incidents/QNONE");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(code(answer)).isEqualTo(2100);
    }

    @Test
    void a_note_is_written_by_the_user_of_the_request() {
        String id = id(stage.open("k1"));
        String note = "{\"note\":{\"content\":\"INC0010001 was resolved\"}}";

        assertThat(PublishedApi.takes("createIncidentNote", note)).isTrue();
        assertThat(stage.post("createIncidentNote", "/incidents/" + id + "/notes", note)
                        .statusCode())
                .isEqualTo(200);
        assertThat(object(stage.get("listIncidentNotes", "/incidents/" + id + "/notes"))
                        .getArray("notes")
                        .getObject(0))
                .containsEntry("content", "INC0010001 was resolved");
        assertThat(stage.post("createIncidentNote", "/incidents/" + id + "/notes", "{\"note\":{}}")
                        .statusCode())
                .isEqualTo(400);
    }

    private List<String> found(String query) {
        return object(stage.get("listIncidents", "/incidents?" + query)).getArray("incidents").stream()
                .map(incident -> ((JsonObject) incident).getString("id"))
                .toList();
    }
}
