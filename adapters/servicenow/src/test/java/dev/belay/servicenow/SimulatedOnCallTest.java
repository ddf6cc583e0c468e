package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.pager.Pager;
import dev.belay.pager.Pager.Outcome;
import dev.belay.pager.PagerContract;
import dev.belay.pager.SampleOrder;
import dev.belay.record.SysId;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.simulator.http.Faults.Fault;
import dev.belay.simulator.servicenow.outage.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On-call keeps the contract on the simulated ServiceNow, pages nobody, and says who could be invited. */
final class SimulatedOnCallTest implements PagerContract {
    private final SimulatedInstance instance = new SimulatedInstance();
    private final Target databases = group("Databases");
    private final Target network = group("Network");
    private final SysId bob = instance.person("Bob Ross", "bob@acme.example");
    private final SysId ann = instance.person("Ann Archer", "ann@acme.example");

    private Target group(String name) {
        return new Target(instance.serviceNow.people().group(name), name);
    }

    @BeforeEach
    void somebody_is_on_call() {
        onCall(databases, bob, ann);
        onCall(network, bob);
    }

    private void onCall(Target group, SysId... users) {
        instance.serviceNow
                .onCall()
                .always(group.id(), List.of(users).stream().map(SysId::value).toList());
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Override
    public Pager pager() {
        return instance.onCall;
    }

    @Override
    public List<Target> targets() {
        return List.of(databases, network);
    }

    @Override
    public boolean pages() {
        return false;
    }

    /** Whatever is written would be one. */
    @Override
    public int paged(Target target) {
        return (int) instance.serviceNow.calls().stream()
                .filter(call -> !call.name().startsWith("GET ") && !call.name().equals("POST oauth_token"))
                .count();
    }

    @Override
    public String shown() {
        return "";
    }

    @Override
    public void lose(int after, boolean done) {
        instance.faults.breakCall(after, done ? Fault.RESPONSE_LOST : Fault.REQUEST_LOST);
    }

    @Override
    public void breakDown() {
        instance.serviceNow.outage().next(100, "GET on_call_rota", Failure.status(503));
    }

    @Override
    public void limit() {
        instance.serviceNow.outage().next(100, "GET on_call_rota", Failure.status(429));
    }

    @Override
    public void refuseKey() {
        instance.serviceNow.application("belay", "another secret", SimulatedInstance.USER);
    }

    private Outcome look(Target... groups) {
        return pager().page(SampleOrder.of("1", List.of(groups)), false);
    }

    @Test
    void who_is_on_call_for_each_group_is_named_and_given_once() {
        assertThat(look(databases, network))
                .isEqualTo(new Outcome.Paged(
                        "on call for Databases: Bob Ross, Ann Archer; Network: Bob Ross",
                        Optional.empty(),
                        List.of(bob, ann)));
    }

    @Test
    void an_instance_that_says_no_more_than_who_is_understood() {
        instance.serviceNow.onCall().terse(true);

        assertThat(((Outcome.Paged) look(network)).onCall()).containsExactly(bob);
    }

    @Test
    void a_group_with_nobody_on_call_is_told_beside_another() {
        Outcome.Paged paged = (Outcome.Paged) look(group("Mainframe"), network);
        assertThat(paged.answer()).isEqualTo("on call for Mainframe: nobody; Network: Bob Ross");
        assertThat(paged.refused()).contains("Nobody is on call for Mainframe. Choose people by name.");
    }

    @Test
    void nobody_on_call_is_told_with_what_to_do() {
        assertThat(look(group("Mainframe")))
                .isEqualTo(new Outcome.Refused("Nobody is on call for Mainframe. Choose people by name."));
    }

    @Test
    void who_left_is_not_on_call() {
        instance.serviceNow.people().deactivate(instance.known(bob));

        assertThat(look(network)).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Paged) look(databases)).onCall()).containsExactly(ann);
    }

    @Test
    void an_instance_without_schedules_is_told() {
        instance.serviceNow.onCall().activated(false);

        assertThat(((Outcome.Refused) look(network)).sentence()).contains("com.snc.on_call_rotation");
    }

    @Test
    void a_missing_right_is_told_with_the_role_to_grant() {
        instance.serviceNow.outage().next(1, "GET on_call_rota", Failure.error(403, "User Not Authorized"));

        assertThat(((Outcome.Refused) look(network)).sentence()).contains("the role rota_manager");
    }

    @Test
    void users_whom_we_may_not_read_are_told_of_as_an_answer_that_says_nothing() {
        instance.serviceNow.control().hideField(SimulatedInstance.USER, "sys_user", "active");

        assertThat(((Outcome.Refused) look(network)).sentence()).contains("Choose people by name");
    }
}
