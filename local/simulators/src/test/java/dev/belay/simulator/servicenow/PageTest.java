package dev.belay.simulator.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.page.OnlyOurScript;
import dev.belay.simulator.servicenow.table.Written;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person sees and does with nothing but a browser. */
final class PageTest {
    private final Instance instance = new Instance();

    @AfterEach
    void stop() {
        instance.close();
    }

    private String page(String path) {
        return instance.send(instance.plain(path)).body();
    }

    private HttpRequest.Builder form(Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return instance.plain("/incidents")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void the_list_shows_each_incident_with_its_work_notes_newest_first() {
        String id = instance.opened("{\"short_description\":\"Checkout down\",\"impact\":\"1\",\"urgency\":\"1\","
                + "\"work_notes\":\"older\",\"x_belay_chat_slack\":\"C0123\",\"assigned_to\":\"" + instance.jane.sysId()
                + "\"}");
        instance.patch(id, "{\"work_notes\":\"newer\"}");

        assertThat(page("/"))
                .contains("INC0010001", "Checkout down", "1 - Critical", "New", "Jane Doe", "C0123")
                .containsSubsequence("newer", "older");
    }

    @Test
    void a_form_opens_an_incident_and_another_changes_it() {
        HttpResponse<String> opened = instance.send(
                form(Map.of("short_description", "Login slow", "impact", "1", "urgency", "2", "as", "jane.doe")));
        String address = opened.headers().firstValue("Location").orElse("");
        String id = address.substring(address.indexOf('=') + 1);
        HttpResponse<String> changed = instance.send(form(Map.of(
                "sys_id",
                id,
                "state",
                "2",
                "assigned_to",
                instance.jane.sysId(),
                "work_notes",
                "mine",
                "as",
                "admin")));

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(page(address)).contains("Login slow", "In Progress", "Jane Doe", "mine", "System Administrator");
        assertThat(instance.snow.tables().row("incident", id).orElseThrow().value("sys_created_by"))
                .isEqualTo("jane.doe");
    }

    @Test
    void what_people_wrote_is_escaped() {
        String id =
                instance.opened("{\"short_description\":\"<script>alert(1)</script>\",\"work_notes\":\"<b>'\\\"&\"}");

        assertThat(OnlyOurScript.without(page("/")))
                .doesNotContain("<script", "<b>")
                .contains("&lt;script&gt;", "&lt;b&gt;&#39;&quot;&amp;");
        assertThat(OnlyOurScript.without(page("/incident.do?sys_id=" + id))).doesNotContain("<script", "<b>");
    }

    @Test
    void a_shared_link_leads_to_the_record() {
        String id = instance.opened("{}");
        HttpResponse<String> answer = instance.send(instance.plain("/nav_to.do?uri=incident.do%3Fsys_id=" + id));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/incident.do?sys_id=" + id);
        assertThat(instance.send(instance.plain("/nav_to.do?uri=https://evil.example"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_task_of_another_table_has_its_page_and_its_form() {
        Written written = instance.snow.tables().insert("problem", Map.of("short_description", "Leak"), "jane.doe");
        String id = ((Written.Done) written).row().sysId();
        HttpResponse<String> changed = instance.send(form(Map.of(
                "table",
                "problem",
                "sys_id",
                id,
                "state",
                "102",
                "assigned_to",
                instance.jane.sysId(),
                "as",
                "jane.doe")));

        assertThat(instance.send(instance.plain("/nav_to.do?uri=problem.do%3Fsys_id=" + id))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/problem.do?sys_id=" + id);
        assertThat(changed.headers().firstValue("Location")).hasValue("/problem.do?sys_id=" + id);
        assertThat(page("/problem.do?sys_id=" + id)).contains("PRB", "Leak", "State: Assess", "Root Cause Analysis");
        assertThat(instance.send(instance.plain("/sys_user.do?sys_id=" + instance.jane.sysId()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_form_from_another_site_is_refused() {
        HttpResponse<String> answer = instance.send(
                form(Map.of("short_description", "x", "as", "admin")).header("Origin", "https://evil.example"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(instance.snow.tables().rows("incident")).isEmpty();
    }

    @Test
    void nobody_acts_as_the_integration_user() {
        assertThat(instance.send(form(Map.of("short_description", "x", "as", Instance.USER)))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_rule_s_refusal_is_told() {
        String id = instance.opened("{}");
        HttpResponse<String> answer = instance.send(form(Map.of("sys_id", id, "state", "6", "as", "admin")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Data Policy Exception");
    }

    @Test
    void pages_are_not_calls_of_the_product() {
        page("/");

        assertThat(instance.faults.calls()).isEmpty();
        assertThat(instance.snow.calls()).isEmpty();
    }
}
