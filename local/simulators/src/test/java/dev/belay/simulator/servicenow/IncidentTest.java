package dev.belay.simulator.servicenow;

import static dev.belay.simulator.servicenow.Instance.INCIDENT;
import static dev.belay.simulator.servicenow.Instance.object;
import static dev.belay.simulator.servicenow.Instance.result;
import static dev.belay.simulator.servicenow.Instance.results;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.servicenow.table.Overlong;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an instance decides about an incident, whatever the writer asked for. */
final class IncidentTest {
    private final Instance instance = new Instance().soft();

    @AfterEach
    void stop() {
        instance.close();
    }

    private JsonObject read(String id) {
        return result(instance.get(INCIDENT + "/" + id + "?sysparm_exclude_reference_link=true"));
    }

    @Test
    void numbers_and_ids_are_given() {
        JsonObject first = result(instance.post("{}"));
        JsonObject second = result(instance.post("{}"));

        assertThat(first.getString("number")).isEqualTo("INC0010001");
        assertThat(second.getString("number")).isEqualTo("INC0010002");
        assertThat(first.getString("sys_id")).matches("[0-9a-f]{32}");
    }

    // ServiceNow documentation, "Define priority lookup rules".
    @ParameterizedTest
    @CsvSource({"1,1,1", "1,2,2", "2,1,2", "2,2,3", "1,3,3", "3,1,3", "2,3,4", "3,2,4", "3,3,5"})
    void priority_is_looked_up_from_impact_and_urgency(String impact, String urgency, String priority) {
        JsonObject incident = result(
                instance.post("{\"impact\":\"" + impact + "\",\"urgency\":\"" + urgency + "\",\"priority\":\"1\"}"));

        assertThat(incident.getString("priority")).isEqualTo(priority);
    }

    @Test
    void a_written_priority_changes_nothing() {
        String id = instance.opened("{\"impact\":\"2\",\"urgency\":\"2\"}");

        assertThat(result(instance.patch(id, "{\"priority\":\"1\"}")))
                .containsEntry("priority", "3")
                .containsEntry("sys_mod_count", "0");
    }

    @Test
    void the_older_state_field_follows_the_state_and_the_other_way_round() {
        String id = instance.opened("{}");

        assertThat(result(instance.patch(id, "{\"state\":\"2\"}"))).containsEntry("incident_state", "2");
        assertThat(result(instance.patch(id, "{\"incident_state\":\"3\"}"))).containsEntry("state", "3");
    }

    @Test
    void a_resolved_incident_is_active_and_a_closed_or_canceled_one_is_not() {
        String closing = "\"close_code\":\"Solution provided\",\"close_notes\":\"done\"}";
        String id = instance.opened("{}");

        JsonObject resolved = result(instance.patch(id, "{\"state\":\"6\"," + closing));
        assertThat(resolved).containsEntry("active", "true").containsEntry("resolved_at", "2026-03-02 10:15:30");
        assertThat(result(instance.patch(id, "{\"state\":\"7\"}"))).containsEntry("active", "false");
        assertThat(result(instance.patch(id, "{\"state\":\"2\"}")))
                .containsEntry("active", "true")
                .containsEntry("resolved_at", "");
        assertThat(result(instance.patch(id, "{\"state\":\"8\"}"))).containsEntry("active", "false");
    }

    // ServiceNow documentation, "Reopening an incident".
    @Test
    void an_incident_that_goes_from_resolved_to_in_progress_says_who_reopened_it_and_how_often() {
        String id = instance.opened("{\"state\":\"2\"}");
        assertThat(read(id))
                .containsEntry("reopened_by", "")
                .containsEntry("reopened_time", "")
                .containsEntry("reopen_count", "0");
        for (String count : new String[] {"1", "2"}) {
            instance.patch(id, "{\"state\":\"6\",\"close_code\":\"Solution provided\",\"close_notes\":\"done\"}");
            instance.clock.pass(Duration.ofMinutes(1));
            instance.patchAs("jane.doe", id, "{\"state\":\"2\"}");
            assertThat(read(id))
                    .containsEntry("reopened_by", instance.jane.sysId())
                    .containsEntry("reopened_time", "2026-03-02 10:1" + (5 + Integer.parseInt(count)) + ":30")
                    .containsEntry("reopen_count", count);
        }
    }

    // sys_dictionary.max_length of a new instance: short_description 160, description 4000; KB0685779.
    @Test
    void what_is_longer_than_its_column_is_cut_without_a_word() {
        String id = instance.opened("{\"short_description\":\"" + "x".repeat(159) + "🚨🚨\"}");

        assertThat(read(id)).containsEntry("short_description", "x".repeat(159) + "🚨");
        assertThat(result(instance.patch(id, "{\"short_description\":\"" + "y".repeat(900) + "\"}")))
                .containsEntry("short_description", "y".repeat(160));
    }

    @Test
    void what_is_longer_than_its_column_is_refused_where_the_database_is_strict() {
        String id = instance.opened("{\"short_description\":\"" + "x".repeat(160) + "\"}");
        instance.snow.tables().overlong(Overlong.REFUSED);
        String tooLong = "{\"short_description\":\"" + "y".repeat(161) + "\"}";

        assertThat(instance.patch(id, tooLong).statusCode()).isEqualTo(403);
        assertThat(instance.post(tooLong).statusCode()).isEqualTo(403);
        assertThat(read(id)).containsEntry("short_description", "x".repeat(160)).containsEntry("sys_mod_count", "0");
    }

    @ParameterizedTest
    @EnumSource(Overlong.class)
    void a_large_column_holds_more_than_its_dictionary_entry_names(Overlong how) {
        instance.snow.tables().overlong(how);
        String id = instance.opened("{\"description\":\"" + "x".repeat(5_000) + "\"}");

        assertThat(read(id)).containsEntry("description", "x".repeat(5_000));
    }

    @ParameterizedTest
    @CsvSource({"6", "7"})
    void resolving_without_code_and_notes_is_refused_by_the_data_policy(String state) {
        String id = instance.opened("{}");
        HttpResponse<String> answer = instance.patch(id, "{\"state\":\"" + state + "\",\"close_notes\":\"done\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(object(answer).getObject("error").getString("message")).isEqualTo("Operation Failed");
        assertThat(object(answer).getObject("error").getString("detail")).startsWith("Data Policy Exception");
        assertThat(read(id)).containsEntry("state", "1").containsEntry("sys_mod_count", "0");
    }

    @Test
    void the_count_of_modifications_rises_by_one_for_each_update_that_changes_something() {
        String id = instance.opened("{}");
        instance.clock.pass(Duration.ofSeconds(5));

        assertThat(result(instance.patch(id, "{\"state\":\"2\",\"impact\":\"1\",\"work_notes\":\"on it\"}")))
                .containsEntry("sys_mod_count", "1")
                .containsEntry("sys_updated_on", "2026-03-02 10:15:35")
                .containsEntry("sys_updated_by", Instance.USER)
                .containsEntry("sys_created_by", "jane.doe");
        assertThat(result(instance.patch(id, "{\"state\":\"2\",\"impact\":\"1\"}")))
                .containsEntry("sys_mod_count", "1");
        assertThat(result(instance.patch(id, "{\"work_notes\":\"again\"}"))).containsEntry("sys_mod_count", "2");
    }

    @Test
    void what_the_platform_sets_cannot_be_written() {
        String id = instance.opened("{}");

        assertThat(result(instance.patch(
                        id,
                        "{\"sys_id\":\"x\",\"sys_created_by\":\"x\",\"sys_mod_count\":\"9\",\"active\":\"false\"}")))
                .containsEntry("sys_id", id)
                .containsEntry("sys_created_by", "jane.doe")
                .containsEntry("sys_mod_count", "0")
                .containsEntry("active", "true");
    }

    // As every recorded record shows.
    @Test
    void a_journal_field_reads_back_empty() {
        String id = instance.opened("{\"work_notes\":\"first\",\"comments\":\"hello\"}");

        assertThat(read(id)).containsEntry("work_notes", "").containsEntry("comments", "");
    }

    @Test
    void a_journal_field_s_display_value_is_the_whole_journal_newest_first() {
        String id = instance.opened("{\"work_notes\":\"first\"}");
        instance.clock.pass(Duration.ofMinutes(1));
        instance.patch(id, "{\"work_notes\":\"second\"}");
        JsonObject shown =
                result(instance.get(INCIDENT + "/" + id + "?sysparm_display_value=true&sysparm_fields=work_notes"));

        assertThat(shown.getString("work_notes")).isEqualTo("""
                        2026-03-02 02:16:30 - belay.integration (Work notes)
                        second

                        2026-03-02 02:15:30 - Jane Doe (Work notes)
                        first

                        """);
    }

    // ServiceNow documentation, "Retrieving journal entries".
    @Test
    void each_journal_entry_is_a_row_with_its_author() {
        String id = instance.opened("{\"work_notes\":\"first\",\"comments\":\"hello\"}");
        instance.patch(id, "{\"work_notes\":\"second [bly-abc]\"}");
        var rows = results(
                instance.query("sys_journal_field", "element_id=" + id + "^element=work_notes^valueLIKE[bly-abc]"));

        assertThat(rows).hasSize(1);
        assertThat(rows.getObject(0))
                .containsEntry("element_id", id)
                .containsEntry("element", "work_notes")
                .containsEntry("name", "incident")
                .containsEntry("value", "second [bly-abc]")
                .containsEntry("sys_created_by", Instance.USER)
                .containsEntry("sys_created_on", "2026-03-02 10:15:30");
    }

    @Test
    void what_a_person_writes_bears_the_person() {
        String id = instance.opened("{}");
        instance.patchAs("admin", id, "{\"state\":\"2\"}");

        assertThat(read(id)).containsEntry("sys_updated_by", "admin").containsEntry("opened_by", instance.jane.sysId());
    }

    @Test
    void writes_on_one_record_never_lose_one_another() throws InterruptedException {
        String id = instance.opened("{}");
        Thread[] writers = new Thread[20];
        for (int i = 0; i < writers.length; i++) {
            String note = "{\"work_notes\":\"note " + i + "\"}";
            writers[i] = Thread.startVirtualThread(() -> instance.patchAs("admin", id, note));
        }
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(read(id)).containsEntry("sys_mod_count", "20");
        assertThat(results(instance.query("sys_journal_field", "element_id=" + id)))
                .hasSize(20);
    }
}
