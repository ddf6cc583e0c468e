package dev.belay.servicenow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.credential.Finding;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.servicenow.SimulatedInstance;
import dev.belay.simulator.servicenow.outage.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is one thing; to read what proves a role is another, and ServiceNow leaves out what may not be read without a word. */
final class ServiceNowTokenCheckTest {
    private static final String ROLES = "sys_user_has_role";

    private final SimulatedInstance instance = new SimulatedInstance();

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void a_client_whose_user_reads_roles_and_users_is_taken() {
        assertThat(check())
                .isEqualTo(new Finding.Taken(
                        "ServiceNow gives a token, which reads users and their roles", Optional.empty(), List.of()));
    }

    @Test
    void roles_that_are_hidden_without_a_word_are_found() {
        instance.serviceNow.control().hideTable(ROLES, true);
        assertThat(refused())
                .contains("hides the roles of users", "Grant the integration user to read user, role.name");
        instance.serviceNow.control().hideTable(ROLES, false);
        assertThat(check()).isInstanceOf(Finding.Taken.class);
    }

    @Test
    void users_that_are_hidden_without_a_word_are_found() {
        instance.serviceNow.control().hideTable("sys_user", true);
        assertThat(refused()).contains("does not see the integration user among the active users", "of sys_user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "state"})
    void a_field_that_is_hidden_without_a_word_is_named(String field) {
        instance.serviceNow.control().hideField(SimulatedInstance.USER, ROLES, field);
        assertThatThrownBy(this::check).isInstanceOf(Rejected.class).hasMessageContaining(ROLES + "." + field);
    }

    @Test
    void an_instance_that_answers_whatever_is_asked_is_found() {
        instance.serviceNow.api().dropFromQueries("role.name", true);
        assertThat(refused()).contains("answers with roles that nobody asked for");
    }

    @Test
    void settings_that_name_another_user_are_found() {
        assertThat(((Finding.Refused) instance.tokenCheck("nobody.here").check()).why())
                .contains("shows no role of nobody.here", "servicenow.user");
        assertThatThrownBy(() -> instance.tokenCheck("a^ORactive=true").check()).isInstanceOf(Rejected.class);
        assertThat(instance.serviceNow.calls()).noneMatch(call -> call.query().contains("ORactive"));
    }

    @Test
    void a_client_that_is_refused_is_refused_and_what_is_down_is_not() {
        instance.serviceNow.refuseClient(true);
        assertThatThrownBy(this::check).isInstanceOf(CredentialsRefused.class);
        instance.serviceNow.refuseClient(false);
        instance.serviceNow.outage().next(1, Failure.hibernating());
        assertThatThrownBy(this::check).isInstanceOf(Unavailable.class);
    }

    private Finding check() {
        return instance.tokenCheck(SimulatedInstance.USER).check();
    }

    private String refused() {
        return ((Finding.Refused) check()).why();
    }
}
