package dev.belay.servicenow.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.belay.failure.CredentialsRefused;
import dev.belay.inbound.Look;
import dev.belay.inbound.Look.Hidden;
import dev.belay.inbound.Look.Seen;
import dev.belay.inbound.OpenedRecord;
import dev.belay.inbound.OutboundCall;
import dev.belay.inbound.Relay;
import dev.belay.inbound.RelayedCall;
import dev.belay.inbound.RelayedCall.State;
import dev.belay.servicenow.SimulatedInstance;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SimulatorServer;
import dev.belay.simulator.servicenow.event.EventTarget;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulated instance noted of its calls, read as a hardened instance lets us. */
final class SimulatedOutboundLogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimulatedInstance instance = new SimulatedInstance();
    private volatile int status = 202;
    private final SimulatorServer receiver =
            SimulatorServer.start(0, new Faults(), _ -> Optional.empty(), _ -> Response.json(status, "{}"));
    private final URI endpoint = receiver.url().resolve("/servicenow/events");
    private final ServiceNowOutboundLog log = instance.outboundLog(endpoint);

    @AfterEach
    void close() {
        instance.close();
        receiver.close();
    }

    private void aim(URI at) {
        instance.serviceNow.rule().target(new EventTarget(at, "key".getBytes(StandardCharsets.UTF_8), "k1"));
    }

    private void openedAndAnswered(int answer) {
        status = answer;
        instance.open("Checkout down", 1);
        assertThat(instance.serviceNow.rule().awaitIdle(PATIENCE)).isTrue();
    }

    private Instant aDayAgo() {
        return instance.clock.instant().minus(Duration.ofDays(1));
    }

    @Test
    void calls_to_us_are_read_with_their_answers_newest_first() {
        aim(endpoint);
        openedAndAnswered(202);
        instance.clock.advance(Duration.ofMinutes(1));
        openedAndAnswered(401);
        Instant now = instance.clock.instant();
        assertThat(log.calls(aDayAgo()))
                .isEqualTo(new Seen<>(
                        List.of(new OutboundCall(now, 401), new OutboundCall(now.minus(Duration.ofMinutes(1)), 202))));
        assertThat(log.calls(now).rows()).hasSize(1);
    }

    @Test
    void a_call_without_an_answer_has_the_status_0() {
        aim(endpoint);
        receiver.close();
        openedAndAnswered(202);
        assertThat(log.calls(aDayAgo()).rows()).containsExactly(new OutboundCall(instance.clock.instant(), 0));
    }

    @Test
    void calls_to_others_prove_that_there_is_none_to_us() {
        aim(receiver.url().resolve("/another"));
        openedAndAnswered(401);
        assertThat(log.calls(aDayAgo())).isEqualTo(new Seen<>(List.of()));
    }

    @Test
    void a_log_without_any_row_proves_nothing() {
        assertThat(log.calls(aDayAgo())).isInstanceOf(Hidden.class);
    }

    @Test
    void a_query_that_is_ignored_in_part_shows_no_calls_to_others_as_ours() {
        aim(receiver.url().resolve("/servicenow/events-of-another"));
        openedAndAnswered(401);
        assertThat(log.calls(aDayAgo()).rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_table_that_we_may_not_read_is_told_with_what_to_grant(boolean quietly) {
        aim(endpoint);
        openedAndAnswered(401);
        instance.serviceNow.control().hideTables(quietly);
        instance.serviceNow.control().withdraw(SimulatedInstance.USER, "sys_outbound_http_log");
        assertThat(log.calls(aDayAgo())).isInstanceOfSatisfying(Hidden.class, hidden -> assertThat(hidden.why())
                .contains("sys_outbound_http_log", "its role integration", "url and response_status"));
    }

    @Test
    void an_instance_as_shipped_shows_the_log_to_no_integration_user() {
        aim(endpoint);
        openedAndAnswered(202);
        instance.serviceNow.control().soften(SimulatedInstance.USER);
        assertThat(log.calls(aDayAgo())).isInstanceOf(Hidden.class);
        assertThat(log.relayed(aDayAgo())).isInstanceOf(Hidden.class);
    }

    @Test
    void a_field_that_we_may_not_read_is_the_same_as_the_table() {
        aim(endpoint);
        openedAndAnswered(202);
        instance.serviceNow.control().hideField(SimulatedInstance.USER, "sys_outbound_http_log", "response_status");
        assertThat(log.calls(aDayAgo())).isInstanceOf(Hidden.class);
    }

    @Test
    void where_no_relay_carries_calls_there_is_nothing_to_see_and_nothing_to_grant() {
        aim(endpoint);
        openedAndAnswered(202);
        assertThat(log.relayed(aDayAgo())).isEqualTo(new Seen<>(List.of()));
    }

    @Test
    void what_a_relay_carries_and_leaves_is_seen_and_how_the_relay_stands() {
        aim(endpoint);
        instance.serviceNow.rule().carriage().by("mid-1");
        openedAndAnswered(202);
        assertThat(log.relayed(aDayAgo()).rows())
                .extracting(RelayedCall::relay, RelayedCall::state)
                .containsOnly(tuple("mid-1", State.CARRIED));
        assertThat(log.relays(Set.of("mid-1"))).isEqualTo(new Seen<>(List.of(new Relay("mid-1", true, "Up"))));

        instance.serviceNow.rule().carriage().up(false);
        openedAndAnswered(202);
        assertThat(log.relayed(aDayAgo()).rows()).extracting(RelayedCall::state).contains(State.WAITING);
        assertThat(log.relays(Set.of("mid-1")).rows()).containsExactly(new Relay("mid-1", false, "Down"));
        assertThat(log.calls(aDayAgo()).rows()).hasSize(1);
    }

    @Test
    void what_a_relay_could_not_carry_is_told_in_our_words() {
        aim(endpoint);
        instance.serviceNow.rule().carriage().by("mid-1");
        receiver.close();
        openedAndAnswered(202);
        Look<RelayedCall> relayed = log.relayed(aDayAgo());
        assertThat(relayed.rows())
                .filteredOn(call -> call.state() == State.FAILED)
                .extracting(RelayedCall::trouble)
                .containsExactly("the connection was refused");
    }

    @Test
    void the_newest_record_of_these_priorities_is_found() {
        instance.open("Checkout down", 1);
        Instant first = instance.clock.instant();
        instance.clock.advance(Duration.ofMinutes(1));
        instance.open("Printer jams", 3);
        assertThat(log.newestOpened(Map.of("incident", Set.of(1)), aDayAgo()))
                .contains(new OpenedRecord("incident", first));
        assertThat(log.newestOpened(Map.of("incident", Set.of(1, 2, 3, 4, 5), "problem", Set.of(1)), aDayAgo()))
                .contains(new OpenedRecord("incident", instance.clock.instant()));
        assertThat(log.newestOpened(Map.of("incident", Set.of(2)), aDayAgo())).isEmpty();
    }

    @Test
    void a_refused_client_is_no_missing_right() {
        instance.serviceNow.application("belay", "another secret", SimulatedInstance.USER);
        assertThatThrownBy(() -> log.calls(aDayAgo())).isInstanceOf(CredentialsRefused.class);
    }

    @Test
    void an_address_that_others_could_read_is_not_taken() {
        assertThatThrownBy(() -> instance.outboundLog(URI.create("http://example.com/servicenow/events")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
