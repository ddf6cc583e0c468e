package dev.belay.simulator.servicenow;

import static dev.belay.simulator.servicenow.Instance.INCIDENT;
import static dev.belay.simulator.servicenow.Instance.object;
import static dev.belay.simulator.servicenow.Instance.result;
import static dev.belay.simulator.servicenow.Instance.results;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Table API takes, refuses and ignores (ServiceNow documentation, "Table API" and "REST API"). */
final class TableApiTest {
    private final Instance instance = new Instance().soft();

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void an_invalid_table_is_a_bad_request() {
        HttpResponse<String> answer = instance.get("/api/now/table/incidents");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(object(answer).getObject("error").getString("message")).isEqualTo("Invalid table incidents");
        assertThat(object(answer).getString("status")).isEqualTo("failure");
    }

    @Test
    void another_path_is_no_resource() {
        assertThat(instance.get("/api/now/v3/table/incident").body())
                .contains("Requested URI does not represent any resource");
    }

    @Test
    void an_accept_header_that_takes_no_json_is_refused_and_none_is_not() {
        String path = INCIDENT;
        HttpRequest.Builder without = HttpRequest.newBuilder(instance.snow.url().resolve(path));
        instance.asApplication(path).build().headers().map().forEach((name, values) -> {
            if (!name.equals("Accept")) {
                without.header(name, values.getFirst());
            }
        });

        assertThat(instance.send(without).statusCode()).isEqualTo(200);
        assertThat(instance.send(without.setHeader("Accept", "text/html")).statusCode())
                .isEqualTo(406);
        assertThat(instance.send(without.setHeader("Accept", "text/html, */*; q=.2"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_write_needs_a_content_type_and_json() {
        assertThat(instance.send(instance.asApplication(INCIDENT).POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(instance.send(instance.asApplication(INCIDENT)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(instance.post("{nonsense").body()).contains("Exception while reading request");
        assertThat(instance.post("[{},{}]").statusCode()).isEqualTo(400);
    }

    @Test
    void a_write_without_a_body_is_one_without_fields() {
        HttpResponse<String> answer =
                instance.send(instance.asApplication(INCIDENT).POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(result(answer)).containsEntry("short_description", "").containsEntry("state", "1");
    }

    @Test
    void a_write_without_a_body_is_refused_where_one_is_needed() {
        instance.snow.api().needsBody(true);

        assertThat(instance.send(instance.asApplication(INCIDENT).POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(400);
        assertThat(instance.post("{}").statusCode()).isEqualTo(201);
    }

    @Test
    void a_method_that_the_address_does_not_take_is_not_allowed() {
        assertThat(instance.send(instance.asApplication(INCIDENT).DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void an_insert_answers_201_and_where_the_record_is() {
        HttpResponse<String> answer = instance.post("{\"short_description\":\"Checkout down\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(instance.snow.url() + INCIDENT + "/" + result(answer).getString("sys_id"));
    }

    @Test
    void a_write_may_ask_for_no_body() {
        HttpResponse<String> answer = instance.send(Instance.json(
                instance.asApplication(INCIDENT).header("X-no-response-body", "true"), "POST", "{\"impact\":\"1\"}"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_scalar_is_always_a_string() {
        JsonObject incident = result(instance.post("{\"impact\":1,\"urgency\":2,\"short_description\":null}"));

        assertThat(incident.getString("impact")).isEqualTo("1");
        assertThat(incident.getString("active")).isEqualTo("true");
        assertThat(incident.getString("sys_mod_count")).isEqualTo("0");
        assertThat(incident.getString("short_description")).isEmpty();
        assertThat(incident.getString("sys_created_on")).isEqualTo("2026-03-02 10:15:30");
    }

    @Test
    void an_unknown_field_of_a_body_is_ignored() {
        HttpResponse<String> answer = instance.post("{\"u_nonsense\":\"x\",\"impact\":\"1\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(result(answer)).doesNotContainKey("u_nonsense");
    }

    @Test
    void a_custom_column_is_there_once_it_was_added() {
        instance.snow
                .tables()
                .addColumn("incident", dev.belay.simulator.servicenow.table.Column.text("u_postmortem_url"));

        assertThat(result(
                        instance.post("{\"u_postmortem_url\":\"https://x.example/1\",\"x_belay_chat_slack\":\"C1\"}")))
                .containsEntry("u_postmortem_url", "https://x.example/1")
                .containsEntry("x_belay_chat_slack", "C1");
    }

    @Test
    void fields_that_do_not_exist_are_left_out_of_those_asked_for() {
        String id = instance.opened("{\"impact\":\"1\"}");
        JsonObject incident = result(instance.get(INCIDENT + "/" + id + "?sysparm_fields=number,nonsense,priority.x"));

        assertThat(incident).containsOnlyKeys("number");
    }

    @Test
    void a_dot_walked_field_comes_back_under_its_whole_path() {
        String id = instance.opened("{\"assigned_to\":\"" + instance.jane.sysId() + "\"}");
        JsonObject incident =
                result(instance.get(INCIDENT + "/" + id + "?sysparm_fields=assigned_to.email,assignment_group.name"));

        assertThat(incident)
                .containsOnly(
                        Map.entry("assigned_to.email", "jane@acme.example"), Map.entry("assignment_group.name", ""));
    }

    @Test
    void a_reference_is_a_link_and_a_value_unless_links_are_excluded() {
        String id = instance.opened("{\"assigned_to\":\"" + instance.jane.sysId() + "\"}");
        JsonObject linked = result(instance.get(INCIDENT + "/" + id));
        JsonObject bare = result(instance.get(INCIDENT + "/" + id + "?sysparm_exclude_reference_link=true"));

        assertThat(linked.getObject("assigned_to"))
                .containsEntry("value", instance.jane.sysId())
                .containsEntry("link", instance.snow.url() + "/api/now/table/sys_user/" + instance.jane.sysId());
        assertThat(linked.get("assignment_group")).isEqualTo("");
        assertThat(bare.getString("assigned_to")).isEqualTo(instance.jane.sysId());
    }

    @Test
    void display_values_are_labels_names_and_moments_of_the_reader_s_zone() {
        String id = instance.opened("{\"assigned_to\":\"" + instance.jane.sysId() + "\",\"state\":\"2\"}");
        String path = INCIDENT + "/" + id + "?sysparm_fields=state,assigned_to,opened_at&sysparm_display_value=";
        JsonObject shown = result(instance.get(path + "true&sysparm_exclude_reference_link=true"));
        JsonObject both = result(instance.get(path + "all"));

        assertThat(shown)
                .containsEntry("state", "In Progress")
                .containsEntry("assigned_to", "Jane Doe")
                .containsEntry("opened_at", "2026-03-02 02:15:30");
        assertThat(both.getObject("state"))
                .containsEntry("display_value", "In Progress")
                .containsEntry("value", "2");
        assertThat(both.getObject("opened_at")).containsEntry("value", "2026-03-02 10:15:30");
        assertThat(both.getObject("assigned_to")).containsOnlyKeys("display_value", "value", "link");
    }

    @Test
    void a_missing_record_and_a_hidden_one_are_told_apart_by_nothing() {
        String hidden = instance.opened("{}");
        instance.snow.control().hideRecord(Instance.USER, "incident", hidden);
        HttpResponse<String> missing = instance.get(INCIDENT + "/" + "0".repeat(32));

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(instance.get(INCIDENT + "/" + hidden).statusCode()).isEqualTo(404);
        assertThat(instance.get(INCIDENT + "/" + hidden).body()).isEqualTo(missing.body());
        assertThat(instance.patch(hidden, "{\"state\":\"2\"}").body()).isEqualTo(missing.body());
    }

    @Test
    void a_field_that_may_not_be_read_is_absent_without_a_word() {
        instance.snow.control().hideField(Instance.USER, "sys_user", "email");
        HttpResponse<String> direct = instance.get("/api/now/table/sys_user/" + instance.jane.sysId());
        HttpResponse<String> walked =
                instance.get("/api/now/table/sys_user_has_role?sysparm_fields=user.email,user.name");

        assertThat(result(direct)).doesNotContainKey("email").containsKey("name");
        assertThat(results(walked).getObject(0)).doesNotContainKey("user.email").containsKey("user.name");
    }

    @Test
    void the_first_version_answers_404_to_a_list_without_rows() {
        assertThat(instance.get("/api/now/v1/table/incident").statusCode()).isEqualTo(404);
        assertThat(instance.get("/api/now/v2/table/incident").body()).isEqualTo("{\"result\":[]}");
        assertThat(instance.get(INCIDENT).statusCode()).isEqualTo(200);
    }

    @Test
    void the_limit_is_applied_before_access_control() {
        String first = instance.opened("{}");
        instance.opened("{}");
        instance.snow.control().hideRecord(Instance.USER, "incident", first);

        assertThat(results(instance.get(INCIDENT + "?sysparm_limit=1"))).isEmpty();
        assertThat(results(instance.get(INCIDENT + "?sysparm_limit=2"))).hasSize(1);
    }

    @Test
    void a_list_tells_its_count_and_where_its_other_pages_are() {
        for (int i = 0; i < 5; i++) {
            instance.opened("{}");
        }
        HttpResponse<String> page = instance.get(INCIDENT + "?sysparm_limit=2&sysparm_offset=2");
        HttpResponse<String> silent =
                instance.get(INCIDENT + "?sysparm_suppress_pagination_header=true&sysparm_no_count=true");

        assertThat(page.headers().firstValue("X-Total-Count")).hasValue("5");
        assertThat(page.headers().firstValue("Link").orElse(""))
                .contains("sysparm_offset=0>;rel=\"first\"", "sysparm_offset=0>;rel=\"prev\"")
                .contains("sysparm_offset=4>;rel=\"next\"", "sysparm_offset=4>;rel=\"last\"");
        assertThat(silent.headers().firstValue("X-Total-Count")).isEmpty();
        assertThat(silent.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void users_and_roles_are_an_administrator_s_to_write() {
        String path = "/api/now/table/sys_user/" + instance.jane.sysId();
        String change = "{\"email\":\"mallory@acme.example\"}";

        assertThat(instance.send(Instance.json(instance.asApplication(path), "PATCH", change))
                        .statusCode())
                .isEqualTo(403);
        assertThat(instance.send(Instance.json(instance.asPerson("admin", path), "PATCH", change))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_record_is_deleted_by_an_administrator_only() {
        String path = INCIDENT + "/" + instance.opened("{}");

        assertThat(instance.send(instance.asPerson("jane.doe", path).DELETE()).statusCode())
                .isEqualTo(403);
        assertThat(instance.send(instance.asPerson("admin", path).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(instance.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void every_answer_sets_a_session_cookie() {
        assertThat(instance.get(INCIDENT).headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("JSESSIONID=");
    }

    @Test
    void the_product_s_requests_are_counted_and_those_of_people_are_not() {
        String id = instance.opened("{}");
        instance.patch(id, "{\"state\":\"2\"}");
        instance.query("sys_user", "active=true");

        assertThat(instance.snow.calls())
                .extracting(call -> call.name() + " " + call.sysId())
                .containsExactly("PATCH incident " + id, "GET sys_user ");
        assertThat(instance.snow.calls().getLast().query()).contains("sysparm_query=active=true");
        assertThat(instance.faults.calls()).containsExactly("servicenow PATCH incident", "servicenow GET sys_user");
    }
}
