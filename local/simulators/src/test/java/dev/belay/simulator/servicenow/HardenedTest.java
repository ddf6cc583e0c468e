package dev.belay.simulator.servicenow;

import static dev.belay.simulator.servicenow.Instance.INCIDENT;
import static dev.belay.simulator.servicenow.Instance.result;
import static dev.belay.simulator.servicenow.Instance.results;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The integration user has what infra/servicenow/README.md grants it, and what it has not is left out without a word. */
final class HardenedTest {
    private final Instance instance = new Instance();

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void it_writes_what_it_was_granted_and_nothing_else() {
        String id = instance.opened("{\"impact\":\"1\",\"short_description\":\"Checkout down\"}");
        instance.patch(
                id,
                "{\"state\":\"2\",\"x_belay_chat_slack\":\"C1\",\"short_description\":\"mine\",\"impact\":\"3\",\"comments\":\"hello\"}");
        JsonObject seen = result(instance.send(instance.asPerson(
                "jane.doe",
                INCIDENT + "/" + id + "?sysparm_fields=state,x_belay_chat_slack,short_description,impact")));

        assertThat(seen)
                .containsEntry("state", "2")
                .containsEntry("x_belay_chat_slack", "C1")
                .containsEntry("short_description", "Checkout down")
                .containsEntry("impact", "1");
        assertThat(instance.snow.tables().rows("sys_journal_field")).isEmpty();
    }

    @Test
    void it_reads_what_it_was_granted_and_nothing_else() {
        String id = instance.opened("{\"description\":\"secret\",\"assigned_to\":\"" + instance.jane.sysId() + "\"}");
        JsonObject incident = result(
                instance.get(
                        INCIDENT + "/" + id
                                + "?sysparm_fields=sys_id,number,description,opened_by.name,assigned_to.name,assigned_to.web_service_access_only"));

        assertThat(incident).containsOnlyKeys("sys_id", "number", "assigned_to.name");
    }

    @Test
    void it_proves_a_role_by_the_rows_that_it_may_read() {
        assertThat(results(instance.get(
                                "/api/now/table/sys_user_has_role?sysparm_fields=role.name,user.email,inherited"))
                        .getObject(0))
                .containsOnlyKeys("role.name", "user.email");
    }

    @Test
    void it_opens_no_record() {
        assertThat(instance.send(Instance.json(instance.asApplication(INCIDENT), "POST", "{}"))
                        .body())
                .contains("ACL Exception Insert Failed");
    }

    /** Attaching is a write that the application's rules of access are held against. */
    @Test
    void it_attaches_to_a_record_and_to_nothing_else() {
        String id = instance.opened("{}");

        assertThat(attach("incident", id).statusCode()).isEqualTo(201);
        assertThat(attach("sys_user", instance.jane.sysId()).statusCode()).isEqualTo(403);
        assertThat(instance.snow.control().written()).containsExactly("sys_attachment.file_name");
    }

    private HttpResponse<String> attach(String table, String id) {
        String path = "/api/now/attachment/file?file_name=a.txt&table_name=" + table + "&table_sys_id=" + id;
        return instance.send(instance.asApplication(path)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("a")));
    }

    @Test
    void it_has_what_people_have_where_the_instance_is_not_hardened() {
        String id = instance.opened("{\"description\":\"open\"}");
        instance.soft();

        assertThat(result(instance.patch(id, "{\"impact\":\"1\"}")))
                .containsEntry("impact", "1")
                .containsEntry("description", "open");
    }

    @Test
    void it_is_granted_more_fields_where_an_administrator_grants_them() {
        String id = instance.opened("{\"u_postmortem\":\"https://acme.example/1\",\"description\":\"secret\"}");
        instance.snow.control().allow(Instance.USER, "incident", Set.of("u_postmortem"), Set.of("u_postmortem"));
        JsonObject patched = result(instance.patch(
                id, "{\"u_postmortem\":\"https://acme.example/2\",\"description\":\"mine\",\"state\":\"2\"}"));

        assertThat(patched)
                .containsEntry("u_postmortem", "https://acme.example/2")
                .containsEntry("state", "2")
                .doesNotContainKey("description");
        assertThat(instance.snow.tables().row("incident", id).orElseThrow().value("description"))
                .isEqualTo("secret");
    }
}
