package dev.belay.simulator.servicenow;

import static dev.belay.simulator.servicenow.Instance.object;
import static dev.belay.simulator.servicenow.Instance.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.servicenow.table.Row;
import dev.belay.simulator.servicenow.table.Written;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problems, changes and incident tasks: their numbers, their states, and how they go from one to the next. */
final class TasksTest {
    private final Instance instance = new Instance().soft();

    @AfterEach
    void stop() {
        instance.close();
    }

    private Row insert(String table, String... fields) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        return ((Written.Done) instance.snow.tables().insert(table, values, "jane.doe")).row();
    }

    private HttpResponse<String> patch(Row row, String json) {
        return instance.send(Instance.json(
                instance.asApplication("/api/now/table/" + row.table() + "/" + row.sysId()), "PATCH", json));
    }

    private JsonObject shown(Row row, String fields) {
        return result(instance.get("/api/now/table/" + row.table() + "/" + row.sysId()
                + "?sysparm_display_value=true&sysparm_exclude_reference_link=true&sysparm_fields=" + fields));
    }

    private String state(Row row) {
        return instance.snow
                .tables()
                .row(row.table(), row.sysId())
                .orElseThrow()
                .value("state");
    }

    @ParameterizedTest
    @CsvSource({"problem,PRB,101,New", "change_request,CHG,-5,New", "incident_task,TASK,1,Open"})
    void a_table_has_its_numbers_and_its_first_state(String table, String prefix, String state, String label) {
        Row row = insert(table, "short_description", "x");

        assertThat(row.value("number")).matches(prefix + "\\d{7}");
        assertThat(row.value("state")).isEqualTo(state);
        assertThat(row.value("opened_by")).isEqualTo(instance.jane.sysId());
        assertThat(shown(row, "state,active,sys_class_name"))
                .containsEntry("state", label)
                .containsEntry("active", "true")
                .containsEntry("sys_class_name", table);
    }

    @ParameterizedTest
    @CsvSource({
        "problem,102,Assess",
        "problem,103,Root Cause Analysis",
        "problem,104,Fix in Progress",
        "problem,106,Resolved",
        "problem,107,Closed",
        "change_request,-4,Assess",
        "change_request,-3,Authorize",
        "change_request,-2,Scheduled",
        "change_request,-1,Implement",
        "change_request,0,Review",
        "change_request,3,Closed",
        "change_request,4,Canceled"
    })
    void a_state_is_shown_by_its_name(String table, String state, String label) {
        assertThat(shown(insert(table, "state", state), "state")).containsEntry("state", label);
    }

    @ParameterizedTest
    @CsvSource({"-5,-3", "-5,-1", "-4,-3", "-3,-2", "-3,-1", "-2,0", "0,4", "3,4", "-1,-2", "-5,7"})
    void a_normal_change_does_not_skip_a_state_an_approval_or_its_end(String from, String to) {
        Row change = insert(
                "change_request",
                "state",
                from,
                "assignment_group",
                instance.snow.people().group("CAB"));
        HttpResponse<String> answer = patch(change, "{\"state\":\"" + to + "\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(object(answer).getObject("error"))
                .containsEntry("message", "Operation Failed")
                .extracting("detail")
                .asString()
                .startsWith("Operation against file 'change_request' was aborted by Business Rule"
                        + " 'Change Model: Check State Transition");
        assertThat(state(change)).isEqualTo(from);
    }

    @ParameterizedTest
    @CsvSource({"-5,-4", "-2,-1", "-1,0", "-5,4", "-1,4", "-4,-5"})
    void a_normal_change_goes_where_its_model_lets_it(String from, String to) {
        Row change = insert(
                "change_request",
                "state",
                from,
                "assignment_group",
                instance.snow.people().group("CAB"));

        assertThat(patch(change, "{\"state\":\"" + to + "\"}").statusCode()).isEqualTo(200);
        assertThat(state(change)).isEqualTo(to);
    }

    @Test
    void a_change_goes_on_when_it_was_approved() {
        Row change = insert("change_request", "state", "-4", "approval", "approved");

        assertThat(patch(change, "{\"state\":\"-3\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void a_change_that_nobody_works_on_is_not_assessed() {
        Row change = insert("change_request");

        assertThat(patch(change, "{\"state\":\"-4\"}").statusCode()).isEqualTo(403);
    }

    @Test
    void a_standard_change_needs_no_approval() {
        Row change = insert("change_request", "type", "standard", "assignment_group", "g");

        assertThat(patch(change, "{\"state\":\"-4\"}").statusCode()).isEqualTo(403);
        assertThat(patch(change, "{\"state\":\"-2\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void a_change_is_closed_with_a_code_and_notes() {
        Row change = insert("change_request", "state", "0");

        assertThat(patch(change, "{\"state\":\"3\"}").body()).contains("Data Policy Exception");
        assertThat(patch(change, "{\"state\":\"3\",\"close_code\":\"successful\",\"close_notes\":\"done\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(shown(change, "active,closed_by"))
                .containsEntry("active", "false")
                .containsEntry("closed_by", Instance.USER);
    }

    @Test
    void a_write_without_a_state_is_nobodys_concern() {
        Row change = insert("change_request", "state", "-3");

        assertThat(patch(change, "{\"work_notes\":\"looking\",\"assigned_to\":\"" + instance.jane.sysId() + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_problem_goes_on_when_somebody_is_assigned_and_ends_with_a_resolution() {
        Row problem = insert("problem");

        assertThat(patch(problem, "{\"state\":\"102\"}").body()).contains("Assigned to");
        assertThat(patch(problem, "{\"state\":\"104\",\"assigned_to\":\"" + instance.jane.sysId() + "\"}")
                        .body())
                .contains("Problem Model: Check State Transition");
        assertThat(patch(problem, "{\"problem_state\":\"102\",\"assigned_to\":\"" + instance.jane.sysId() + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(state(problem)).isEqualTo("102");
        assertThat(patch(problem, "{\"state\":\"107\"}").body()).contains("Resolution code");
        assertThat(patch(problem, "{\"state\":\"107\",\"resolution_code\":\"risk_accepted\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(shown(problem, "active,resolved_by,state"))
                .containsEntry("active", "false")
                .containsEntry("resolved_by", Instance.USER)
                .containsEntry("state", "Closed");
    }

    @ParameterizedTest
    @CsvSource({"change_request,-1", "problem,104"})
    void an_instance_without_models_takes_any_state(String table, String state) {
        instance.snow.tables().models().enforce(false);
        Row row = insert(table);

        assertThat(patch(row, "{\"state\":\"" + state + "\"}").statusCode()).isEqualTo(200);
        assertThat(state(row)).isEqualTo(state);
    }

    @Test
    void a_priority_is_looked_up_and_a_note_is_kept_like_an_incidents() {
        Row problem = insert("problem", "impact", "1", "urgency", "1", "work_notes", "first");

        assertThat(shown(problem, "priority,work_notes").getString("priority")).isEqualTo("1 - Critical");
        assertThat(shown(problem, "work_notes").getString("work_notes")).endsWith("Jane Doe (Work notes)\nfirst\n\n");
    }

    @Test
    void an_incident_task_belongs_to_its_incident() {
        String incident = instance.opened("{\"short_description\":\"Checkout down\"}");
        Row task = insert("incident_task", "incident", incident);

        assertThat(shown(task, "incident.short_description"))
                .containsEntry("incident.short_description", "Checkout down");
        assertThat(patch(task, "{\"state\":\"3\"}").statusCode()).isEqualTo(200);
        assertThat(shown(task, "active,closed_at"))
                .containsEntry("active", "false")
                .doesNotContainEntry("closed_at", "");
    }

    @Test
    void a_list_of_people_is_kept_as_sys_ids_and_shown_by_name() {
        Person max = instance.snow.people().person("Max Moritz", "max", "max@acme.example");
        String both = instance.jane.sysId() + "," + max.sysId();
        String incident =
                instance.opened("{\"additional_assignee_list\":\"" + both + "\",\"watch_list\":\"x@y.example\"}");
        String fields = "?sysparm_fields=additional_assignee_list,watch_list&sysparm_display_value=";

        assertThat(result(instance.get(Instance.INCIDENT + "/" + incident + fields + "false")))
                .containsEntry("additional_assignee_list", both);
        assertThat(result(instance.get(Instance.INCIDENT + "/" + incident + fields + "true")))
                .containsEntry("additional_assignee_list", "Jane Doe, Max Moritz")
                .containsEntry("watch_list", "x@y.example");
    }

    @Test
    void an_incident_names_its_service_its_item_its_problem_and_its_commander() {
        Row service = insert("cmdb_ci_service", "name", "Shop");
        Row item = insert("cmdb_ci", "name", "db-7");
        Row problem = insert("problem");
        String incident = instance.opened("{\"business_service\":\"" + service.sysId() + "\",\"cmdb_ci\":\""
                + item.sysId() + "\",\"problem_id\":\"" + problem.sysId() + "\",\"u_incident_commander\":\""
                + instance.jane.sysId() + "\"}");

        assertThat(result(instance.get(Instance.INCIDENT + "/" + incident
                        + "?sysparm_display_value=true&sysparm_exclude_reference_link=true"
                        + "&sysparm_fields=business_service,cmdb_ci,problem_id,u_incident_commander")))
                .containsEntry("business_service", "Shop")
                .containsEntry("cmdb_ci", "db-7")
                .containsEntry("problem_id", problem.value("number"))
                .containsEntry("u_incident_commander", "Jane Doe");
    }
}
