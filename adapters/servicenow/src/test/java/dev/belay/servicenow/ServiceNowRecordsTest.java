package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.card.CardLayout;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.record.Assignee;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.NoteReference;
import dev.belay.record.PartlyTaken;
import dev.belay.record.RecordChange;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.SysId;
import dev.belay.record.WorkNote;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.settings.TableSettings;
import dev.belay.settings.TableStates;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of ServiceNow about a record, and which answers prove nothing. */
final class ServiceNowRecordsTest {
    private static final RecordRef REF = RecordRef.of("incident", StubInstance.SYS_ID);
    private static final RecordRef PROBLEM = RecordRef.of("problem", StubInstance.SYS_ID);
    private static final SysId JANE = new SysId("62826bf03710200044e0bfc8bcbe5df1");
    private static final NoteReference REFERENCE = new NoteReference("bly-abcdefghijkm");
    private static final WorkNote NOTE = new WorkNote("Here", REFERENCE);
    private static final RecordChange ACKNOWLEDGED = new RecordChange(
            RecordChange.Fields.NONE.state(RecordState.IN_PROGRESS).assignee(JANE), NOTE);
    private static final TableSettings CATEGORY_AND_COMMANDER = new TableSettings(
            new TableStates(TableStates.shipped("problem").meanings(), List.of("102")),
            "u_commander",
            new CardLayout(
                    List.of(CardLayout.Known.ASSIGNED_TO, new CardLayout.OfField("Category", "category")),
                    List.of(),
                    Optional.of("Commander")),
            TableSettings.Postmortem.NOTED);
    private static final Incident CHANGED = Incident.opened().with("state", "2").with("assigned_to", JANE.value());

    private final StubInstance instance = new StubInstance();
    private final ServiceNowRecords records = instance.records();

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void a_record_is_read_in_one_request_as_it_is_stored_and_as_it_is_shown() {
        instance.answers(Incident.opened().answer());
        records.find(REF);
        Request call = call();
        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.path()).isEqualTo("/api/now/table/incident/" + StubInstance.SYS_ID);
        assertThat(call.header("accept")).contains("application/json");
        assertThat(call.query())
                .containsOnly(
                        Map.entry("sysparm_display_value", "all"),
                        Map.entry("sysparm_exclude_reference_link", "true"),
                        Map.entry(
                                "sysparm_fields",
                                "sys_id,number,short_description,priority,state,active,assignment_group,"
                                        + "assignment_group.name,opened_at,sys_mod_count,assigned_to,assigned_to.name,"
                                        + "additional_assignee_list,major_incident_state,resolved_by.name,resolved_at,closed_at,"
                                        + "business_service.name,cmdb_ci.name,u_conversation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys_id", "priority", "assigned_to", "assignment_group", "sys_mod_count"})
    void a_hidden_field_that_is_decided_by_is_rejected_by_name(String field) {
        instance.answers(Incident.opened().without(field).answer());
        assertThatThrownBy(() -> records.find(REF))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(
                        "incident." + field + " is missing: hidden from the integration user, or renamed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "6", "9", "High", "12"})
    void a_priority_that_is_none_of_the_five_is_none(String priority) {
        instance.answers(Incident.opened().with("priority", priority).answer());
        assertThat(records.find(REF)).get().extracting(RecordSnapshot::priority).isEqualTo(0);
    }

    @Test
    void a_value_that_is_none_of_its_kind_is_rejected_by_name() {
        Map.of(
                        "sys_mod_count", "",
                        "sys_id", "1")
                .forEach((field, value) -> {
                    try (StubInstance other = new StubInstance()) {
                        other.answers(Incident.opened().with(field, value).answer());
                        assertThatThrownBy(() -> other.records().find(REF))
                                .isInstanceOf(Rejected.class)
                                .hasMessageContaining("incident." + field + " is ");
                    }
                });
    }

    @Test
    void another_record_than_was_asked_for_is_rejected() {
        instance.answers(Incident.opened().with("sys_id", JANE.value()).answer());
        assertThatThrownBy(() -> records.find(REF)).isInstanceOf(Rejected.class);
    }

    @Test
    void a_write_whose_answer_cannot_be_read_is_no_refusal() {
        instance.answers(
                Incident.opened().with("sys_id", JANE.value()).answer(),
                CHANGED.without("assigned_to").answer(),
                StubInstance.result("[]"),
                Response.html(200, "<html>Log in</html>"),
                Response.empty(302).with("Location", "/login.do"),
                Response.html(403, "<html>Forbidden</html>"),
                Response.json(403, "{\"message\":\"blocked\"}"),
                Response.html(401, "<html>Proxy</html>"),
                Response.html(401, "<html>Proxy</html>"));
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> records.change(REF, ACKNOWLEDGED))
                    .as("answer %d", i)
                    .isInstanceOf(OutcomeUnknown.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "number, '', 9d385017c611228701d22104cc95c371",
        "number, , 9d385017c611228701d22104cc95c371",
        "short_description, , ''"
    })
    void a_record_is_shown_without_what_only_names_it(String field, @Nullable String value, String shown) {
        Incident incident = value == null
                ? Incident.opened().without(field)
                : Incident.opened().with(field, value);
        instance.answers(incident.answer());
        RecordSnapshot found = records.find(REF).orElseThrow();
        assertThat(field.equals("number") ? found.number() : found.shortDescription())
                .isEqualTo(shown);
    }

    @Test
    void what_tells_neither_active_nor_a_known_state_nor_when_it_was_opened_is_open_and_not_old() {
        for (String value : List.of("", "yes", "maybe")) {
            instance.answers(Incident.opened()
                    .with("active", value)
                    .with("state", "42")
                    .with("opened_at", value)
                    .with("priority", "9")
                    .answer());
        }
        instance.answers(Incident.opened()
                .without("active")
                .without("state")
                .without("opened_at")
                .answer());
        for (int i = 0; i < 4; i++) {
            RecordSnapshot found = records.find(REF).orElseThrow();
            assertThat(found.ended()).isFalse();
            assertThat(found.state()).isEqualTo(RecordState.OTHER);
            assertThat(found.openedAt()).isAfter(Instant.parse("2100-01-01T00:00:00Z"));
        }
    }

    @Test
    void values_come_as_texts_numbers_or_beside_a_link() {
        JsonObject fields = new JsonObject(CHANGED.fields());
        fields.put("active", true);
        fields.put("sys_mod_count", 3);
        fields.put("priority", 2);
        fields.put("assignment_group", null);
        fields.put(
                "assigned_to",
                JsonObject.builder()
                        .value("link", "https://x")
                        .value("value", JANE.value())
                        .done());
        instance.answers(StubInstance.result(JsonWriter.string(fields)));
        RecordSnapshot found = records.find(REF).orElseThrow();
        assertThat(found.modCount()).isEqualTo(3);
        assertThat(found.priority()).isEqualTo(2);
        assertThat(found.assignedTo(JANE)).isTrue();
        assertThat(found.group()).isEmpty();
        assertThat(found.active()).isTrue();
    }

    @Test
    void an_assignee_whose_name_is_hidden_is_known_by_id() {
        instance.answers(CHANGED.without("assigned_to.name").answer());
        assertThat(records.find(REF).orElseThrow().assignee())
                .hasValueSatisfying(assignee -> assertThat(assignee.name()).isEqualTo(JANE.value()));
    }

    @Test
    void a_group_whose_name_is_hidden_is_known_by_id() {
        String group = "287ebd7da9fe198100f92cc8d1d2154e";
        instance.answers(Incident.opened()
                .with("assignment_group", group)
                .without("assignment_group.name")
                .answer());
        assertThat(records.find(REF).orElseThrow().group()).contains(new AssignmentGroup(group, group));
    }

    @Test
    void the_states_of_other_tables_mean_something_else() {
        instance.answers(
                Incident.opened().with("state", "3").answer(),
                Incident.opened().with("state", "3").answer(),
                Incident.opened().with("state", "102").answer());
        assertThat(records.find(REF).orElseThrow().state()).isEqualTo(RecordState.ON_HOLD);
        assertThat(records.find(PROBLEM).orElseThrow().state()).isEqualTo(RecordState.OTHER);
        assertThat(records.find(PROBLEM).orElseThrow().state()).isEqualTo(RecordState.IN_PROGRESS);
    }

    @Test
    void a_state_is_called_what_servicenow_calls_it() {
        JsonObject fields = new JsonObject(Incident.opened().fields());
        fields.put("state", both("102", "Assess"));
        fields.put("category", both("network", "Network"));
        fields.put("u_commander", "");
        instance.answers(StubInstance.result(JsonWriter.string(fields)));
        RecordSnapshot found = decided(CATEGORY_AND_COMMANDER).find(PROBLEM).orElseThrow();
        assertThat(found.stateLabel()).isEqualTo("Assess");
        assertThat(found.awaitsStart()).isFalse();
        assertThat(found.details().field("category")).isEqualTo("network");
        assertThat(found.details().label("category")).isEqualTo("Network");
    }

    @Test
    void a_state_without_a_label_is_called_what_it_means() {
        JsonObject fields = new JsonObject(Incident.opened().fields());
        fields.put(
                "state",
                JsonObject.builder().nul("display_value").value("value", "2").done());
        instance.answers(StubInstance.result(JsonWriter.string(fields)));
        assertThat(records.find(REF).orElseThrow().stateLabel()).isEqualTo("In Progress");
    }

    @Test
    void who_has_a_record_is_read_and_written_where_the_settings_say() throws JsonParserException {
        Incident commanded = Incident.opened()
                .with("assigned_to.name", "Rita Resolver")
                .with("u_commander", JANE.value())
                .with("u_commander.name", "Jane Doe");
        instance.answers(commanded.answer());
        RecordChange taken = new RecordChange(RecordChange.Fields.NONE.assignee(JANE), NOTE);
        RecordSnapshot after = decided(CATEGORY_AND_COMMANDER).change(PROBLEM, taken);
        assertThat(body()).containsEntry("u_commander", JANE.value()).doesNotContainKey("assigned_to");
        assertThat(after.assignee()).contains(new Assignee(JANE.value(), "Jane Doe"));
        assertThat(after.details().field("assigned_to.name")).isEqualTo("Rita Resolver");
    }

    @Test
    void a_state_is_written_where_the_settings_say_so() throws JsonParserException {
        instance.answers(Incident.opened()
                .with("state", "102")
                .with("u_commander", JANE.value())
                .answer());
        decided(CATEGORY_AND_COMMANDER).change(PROBLEM, ACKNOWLEDGED);
        assertThat(body()).containsEntry("state", "102");
    }

    @Test
    void what_only_a_card_shows_decides_nothing_where_it_is_hidden() {
        instance.answers(Incident.opened().with("u_commander", "").answer());
        RecordSnapshot found = decided(CATEGORY_AND_COMMANDER).find(PROBLEM).orElseThrow();
        assertThat(found.details().field("category")).isEmpty();
        assertThat(found.details().label("category")).isEmpty();
    }

    private ServiceNowRecords decided(TableSettings problem) {
        return new ServiceNowRecords(instance.api(), instance.settings(), Map.of("problem", problem));
    }

    private static JsonObject both(String value, String shown) {
        return JsonObject.builder()
                .value("display_value", shown)
                .value("value", value)
                .done();
    }

    @Test
    void the_state_of_another_table_is_never_written() {
        instance.answers(CHANGED.answer());
        assertThatThrownBy(() -> records.change(PROBLEM, ACKNOWLEDGED)).isInstanceOf(Rejected.class);
        assertThat(instance.calls()).isEmpty();
    }

    @Test
    void a_table_that_the_settings_do_not_name_is_never_asked() {
        RecordRef user = RecordRef.of("sys_user", StubInstance.SYS_ID);
        instance.answers(CHANGED.answer());
        assertThatThrownBy(() -> records.find(user)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> records.change(user, ACKNOWLEDGED)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> records.hasNote(user, REFERENCE)).isInstanceOf(Rejected.class);
        assertThat(instance.calls()).isEmpty();
    }

    @Test
    void a_change_is_one_request_with_what_changes_and_the_note() throws JsonParserException {
        instance.answers(CHANGED.answer());
        records.change(REF, ACKNOWLEDGED);
        assertThat(call().method()).isEqualTo("PATCH");
        assertThat(call().header("content-type")).contains("application/json");
        assertThat(body())
                .containsOnly(
                        Map.entry("state", "2"),
                        Map.entry("assigned_to", JANE.value()),
                        Map.entry("work_notes", "Here\n[bly-abcdefghijkm]"));
    }

    @Test
    void a_note_alone_changes_nothing_else() throws JsonParserException {
        instance.answers(Incident.opened().answer());
        ServiceNowSettings without = new ServiceNowSettings("acme", instance.url(), StubInstance.USER, Map.of());
        new ServiceNowRecords(instance.api(), without, StubInstance.tables("incident"))
                .change(REF, new RecordChange(RecordChange.Fields.NONE.conversation("slack", "C1"), NOTE));
        assertThat(body()).containsOnlyKeys("work_notes");
    }

    @Test
    void a_field_that_servicenow_dropped_is_told_by_name_with_the_record_as_it_is() {
        instance.answers(
                CHANGED.with("state", "1").answer(),
                CHANGED.with("assigned_to", "").answer(),
                CHANGED.without("assigned_to").answer(),
                Incident.opened().answer());
        for (String field : new String[] {"state", "assigned_to"}) {
            assertThatThrownBy(() -> records.change(REF, ACKNOWLEDGED))
                    .isInstanceOf(PartlyTaken.class)
                    .hasMessageContaining("incident." + field);
        }
        assertThatThrownBy(() -> records.change(REF, ACKNOWLEDGED))
                .isInstanceOf(OutcomeUnknown.class)
                .hasMessageContaining("incident.assigned_to");
        assertThatThrownBy(() -> records.change(
                        REF, new RecordChange(RecordChange.Fields.NONE.conversation("slack", "C1"), NOTE)))
                .isInstanceOf(PartlyTaken.class)
                .hasMessageContaining("incident.u_conversation was not written");
    }

    @Test
    void a_note_cannot_smuggle_markup_in() throws JsonParserException {
        instance.answers(Incident.opened().with("u_conversation", "C1").answer());
        WorkNote note = new WorkNote("[code]<b>x</b>[/CODE] [ code] [co[code]de]", REFERENCE);
        records.change(REF, new RecordChange(RecordChange.Fields.NONE.conversation("slack", "C1"), note));
        assertThat(body().getString("work_notes", ""))
                .isEqualTo("[ code]<b>x</b>[ /CODE] [ code] [co[ code]de]\n[bly-abcdefghijkm]");
    }

    @Test
    void a_link_opens_the_record_in_its_frame() {
        assertThat(records.link(REF))
                .isEqualTo(instance.url() + "/nav_to.do?uri=incident.do%3Fsys_id%3D" + StubInstance.SYS_ID);
    }

    private Request call() {
        return instance.calls().getFirst();
    }

    private JsonObject body() throws JsonParserException {
        return JsonParser.object().from(call().text());
    }
}
