package dev.belay.simulator.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.simulator.servicenow.table.Row;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Candidates are proposed, accepted and rejected, and major incidents demoted, as ServiceNow's documentation says. */
final class MajorIncidentsTest {
    private final Instance instance = new Instance().soft();
    private final MajorIncidents major = instance.snow.majorIncidents();
    private final Person max = instance.snow.people().person("Max", "max", "max@acme.example", "itil");
    private final String group = instance.snow.people().group("Major incidents");

    @AfterEach
    void stop() {
        instance.close();
    }

    private Row incident(String id) {
        return instance.snow.tables().row("incident", id).orElseThrow();
    }

    @Test
    void a_candidate_goes_to_the_managers_group_and_whoever_is_on_call_for_it() {
        major.group(group);
        instance.snow.onCall().always(group, List.of(instance.jane.sysId()));
        Row candidate = major.propose(instance.opened("{}"), max, "many customers", "no sales");

        assertThat(candidate.value("major_incident_state")).isEqualTo("proposed");
        assertThat(candidate.value("assignment_group")).isEqualTo(group);
        assertThat(candidate.value("assigned_to")).isEqualTo(instance.jane.sysId());
        assertThat(candidate.value("proposed_by")).isEqualTo(max.sysId());
        assertThat(candidate.value("business_impact")).isEqualTo("no sales");
    }

    @Test
    void a_candidate_that_has_a_group_stays_where_it_is() {
        major.group(group);
        String other = instance.snow.people().group("Databases");
        Row candidate = major.propose(instance.opened("{\"assignment_group\":\"" + other + "\"}"), max, "why", "");

        assertThat(candidate.value("assignment_group")).isEqualTo(other);
        assertThat(candidate.value("assigned_to")).isEmpty();
    }

    @Test
    void a_major_incident_is_assigned_to_whoever_promotes_it_and_to_the_managers_group() {
        major.group(group);
        String other = instance.snow.people().group("Databases");
        String id = instance.opened(
                "{\"assigned_to\":\"" + max.sysId() + "\",\"assignment_group\":\"" + other + "\",\"state\":\"2\"}");
        Row promoted = major.promote(id, instance.jane, "it is", "no sales");

        assertThat(promoted.value("major_incident_state")).isEqualTo("accepted");
        assertThat(promoted.value("assigned_to")).isEqualTo(instance.jane.sysId());
        assertThat(promoted.value("assignment_group")).isEqualTo(group);
        assertThat(promoted.value("promoted_by")).isEqualTo(instance.jane.sysId());
        assertThat(promoted.value("state")).isEqualTo("2");
    }

    @Test
    void a_candidate_is_rejected_and_a_major_incident_demoted_and_both_go_on() {
        String rejected = instance.opened("{}");
        major.propose(rejected, max, "why", "");
        major.reject(rejected, instance.jane, "one customer");
        String demoted = instance.opened("{}");
        major.promote(demoted, instance.jane, "it is", "");
        major.demote(demoted, instance.jane, "it is not");

        assertThat(incident(rejected).value("major_incident_state")).isEqualTo("rejected");
        assertThat(incident(demoted).value("major_incident_state")).isEqualTo("canceled");
        assertThat(incident(rejected).value("state")).isEqualTo("1");
        assertThat(incident(demoted).value("state")).isEqualTo("1");
        assertThatThrownBy(() -> major.reject(demoted, instance.jane, "again")).hasMessageContaining("is not proposed");
    }

    @Test
    void only_a_manager_decides() {
        String id = instance.opened("{}");
        major.propose(id, max, "why", "");

        assertThatThrownBy(() -> major.promote(id, max, "mine", "")).hasMessageContaining("max may not");
        assertThatThrownBy(() -> major.reject(id, max, "no")).hasMessageContaining("max may not");
        assertThat(incident(id).value("major_incident_state")).isEqualTo("proposed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "7", "8"})
    void what_is_over_becomes_no_major_incident(String state) {
        String id = instance.opened("{\"state\":\"" + state + "\",\"close_code\":\"x\",\"close_notes\":\"y\"}");

        assertThatThrownBy(() -> major.propose(id, max, "why", "")).hasMessageContaining("is over");
        assertThatThrownBy(() -> major.promote(id, instance.jane, "why", "")).hasMessageContaining("is over");
    }

    @ParameterizedTest
    @CsvSource({"proposed,canceled", "accepted,canceled", "rejected,rejected"})
    void an_incident_that_is_canceled_is_no_candidate_any_more(String before, String after) {
        String id = instance.opened("{\"major_incident_state\":\"" + before + "\"}");
        instance.patchAs("jane.doe", id, "{\"state\":\"8\"}");

        assertThat(incident(id).value("major_incident_state")).isEqualTo(after);
    }

    @Test
    void a_bare_write_of_the_state_assigns_nobody_unless_the_instance_does_so() {
        String id = instance.opened("{}");
        instance.patch(id, "{\"major_incident_state\":\"accepted\"}");
        assertThat(incident(id).value("assigned_to")).isEmpty();

        major.promotingByWriting(true);
        major.group(group);
        String other = instance.opened("{}");
        assertThat(Instance.result(instance.patch(other, "{\"major_incident_state\":\"accepted\"}")))
                .containsEntry("assignment_group", group)
                .containsEntry("major_incident_state", "accepted")
                .doesNotContainEntry("assigned_to", "");
        assertThat(incident(other).value("promoted_by"))
                .isEqualTo(incident(other).value("assigned_to"));
    }
}
