package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.record.SysId;
import dev.belay.simulator.servicenow.outage.Failure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The adapter keeps the contract on the simulated ServiceNow, and lets nobody in when that hides or fails. */
final class SimulatedDirectoryTest extends DirectoryOnInstance {
    private static final Set<String> MANAGERS = Set.of("major_incident_manager");

    @ParameterizedTest
    @CsvSource({
        "sys_user_has_role,user",
        "sys_user_has_role,role",
        "sys_user_has_role,state",
        "sys_user_role,name",
        "sys_user,active",
        "sys_user,locked_out"
    })
    void a_field_that_is_hidden_gives_nobody_a_role(String table, String column) {
        SysId jane = user("Jane Doe", "jane@acme.example", "major_incident_manager");
        SysId bob = user("Bob Ross", "bob@acme.example");
        instance.serviceNow.control().hideField(SimulatedInstance.USER, table, column);
        assertThatThrownBy(() -> directory().holdsAny(jane, MANAGERS)).isInstanceOf(Rejected.class);
        assertThat(directory().holdsAny(bob, MANAGERS)).isFalse();
    }

    @Test
    void what_the_instance_takes_for_the_same_word_is_not_taken_for_it_here() {
        SysId jane = user("Jane Doe", "jane@acme.example", "Major_Incident_Manager");
        user("Jané Doe", "jané@acme.example");
        assertThat(directory().holdsAny(jane, MANAGERS)).isFalse();
        assertThat(directory().activeWithEmail("jane@acme.example"))
                .extracting(found -> found.sysId())
                .containsExactly(jane);
    }

    @Test
    void a_role_in_another_state_does_not_count() {
        SysId jane = user("Jane Doe", "jane@acme.example", "major_incident_manager");
        instance.serviceNow.people().roleState(instance.known(jane), "major_incident_manager", "requested");
        assertThat(directory().holdsAny(jane, MANAGERS)).isFalse();
    }

    @Test
    void hidden_role_rows_are_a_wrong_setting() {
        SysId jane = user("Jane Doe", "jane@acme.example", "major_incident_manager");
        instance.serviceNow.tables().rows("sys_user_has_role").forEach(row -> instance.serviceNow
                .control()
                .hideRecord(SimulatedInstance.USER, "sys_user_has_role", row.sysId()));
        assertThatThrownBy(() -> directory().holdsAny(jane, MANAGERS)).isInstanceOf(Rejected.class);
    }

    @Test
    void a_hidden_namesake_makes_an_e_mail_prove_nothing() {
        SysId jane = user("Jane Doe", "team@acme.example");
        user("Bob Ross", "team@acme.example");
        instance.serviceNow.control().hideRecord(SimulatedInstance.USER, "sys_user", jane.value());
        assertThatThrownBy(() -> directory().activeWithEmail("team@acme.example"))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void no_failure_is_taken_for_an_answer() {
        SysId jane = user("Jane Doe", "jane@acme.example", "major_incident_manager");
        for (Failure failure :
                List.of(Failure.accepted(), Failure.failureInSuccess(), Failure.hibernating(), Failure.status(500))) {
            instance.serviceNow.outage().next(1, "GET sys_user_has_role", failure);
            assertThatThrownBy(() -> directory().holdsAny(jane, MANAGERS)).isInstanceOf(Unavailable.class);
        }
        instance.serviceNow.outage().next(1, "GET sys_user_has_role", Failure.forbidden());
        assertThatThrownBy(() -> directory().holdsAny(jane, MANAGERS)).isInstanceOf(Rejected.class);
    }
}
