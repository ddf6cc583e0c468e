package dev.belay.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.credential.Finding;
import dev.belay.failure.Unavailable;
import dev.belay.inbound.RelayedCall.State;
import dev.belay.record.Sample;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is concluded from what ServiceNow noted of its calls, and from what came here. */
final class CheckInboundTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryOutboundLog log = new InMemoryOutboundLog();
    private final InMemoryReceivedEvents events = new InMemoryReceivedEvents(clock);
    private final Settings settings = SampleSettings.slack();
    private final CheckInbound check = new CheckInbound(log, events, settings, clock);

    @BeforeEach
    void it_is_watched_for_an_hour() {
        assertThat(check.check()).isInstanceOf(Finding.Taken.class);
        clock.advance(HOUR);
    }

    private Instant ago(int minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes));
    }

    private void called(int minutesAgo, int status) {
        log.calls.add(new OutboundCall(ago(minutesAgo), status));
    }

    private void opened(int minutesAgo, int priority) {
        log.opened.put(new OpenedRecord("incident", ago(minutesAgo)), priority);
    }

    private void came(int minutesAgo) {
        events.accepted(settings.serviceNow().instance(), ago(minutesAgo));
    }

    private String refused() {
        Finding finding = check.check();
        assertThat(finding).isInstanceOf(Finding.Refused.class);
        return ((Finding.Refused) finding).why();
    }

    private Finding.Taken taken() {
        Finding finding = check.check();
        assertThat(finding).isInstanceOf(Finding.Taken.class);
        return (Finding.Taken) finding;
    }

    @Test
    void calls_that_are_answered_401_are_told_with_what_to_look_at() {
        called(30, 202);
        called(20, 401);
        called(10, 401);
        assertThat(refused())
                .isEqualTo(
                        "ServiceNow's last 2 calls to us failed: answered 401 at 2026-11-22T08:50:00Z, so the signing"
                                + " key or its id differs there and here, or the clock is off");
    }

    @Test
    void a_call_that_we_do_not_believe_comes_before_a_later_one_that_failed_otherwise() {
        called(20, 401);
        called(10, 503);
        assertThat(refused()).contains("answered 401 at 2026-11-22T08:40:00Z");
    }

    @Test
    void what_succeeds_later_makes_up_for_it() {
        called(20, 401);
        called(10, 202);
        assertThat(taken().proof()).isEqualTo("ServiceNow's calls reach us, the newest at 2026-11-22T08:50:00Z");
    }

    @Test
    void an_event_that_came_later_makes_up_for_it_too() {
        called(20, 503);
        came(10);
        assertThat(taken().remarks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, DNS",
        "400, script",
        "403, clone",
        "404, another address",
        "429, throttling",
        "500, log of ingress",
        "302, between"
    })
    void each_failure_says_where_to_look(int status, String where) {
        called(5, status);
        assertThat(refused()).contains(where);
    }

    @Test
    void a_record_whose_event_never_came_is_silence() {
        came(50);
        opened(11, 1);
        assertThat(refused())
                .isEqualTo(
                        "ServiceNow sent no event of a record of incident that was opened at 2026-11-22T08:49:00Z, and"
                                + " the newest event here is of 2026-11-22T08:10:00Z: it did not call, so look at its"
                                + " business rules and their REST message");
    }

    @Test
    void where_no_event_ever_came_a_record_that_was_opened_since_it_is_watched_is_silence() {
        opened(11, 1);
        assertThat(refused()).contains("no event ever came");
    }

    @Test
    void what_was_opened_before_it_was_watched_says_nothing() {
        opened(70, 1);
        assertThat(taken().proof()).isEqualTo("no call of ServiceNow failed, and none was due");
    }

    @Test
    void an_event_has_ten_minutes() {
        opened(10, 1);
        taken();
        clock.advance(Duration.ofSeconds(1));
        refused();
    }

    @Test
    void an_event_at_the_time_of_the_record_or_later_is_its_own_or_another() {
        opened(30, 1);
        came(31);
        taken();
    }

    @Test
    void a_call_that_was_taken_is_no_silence_although_it_was_not_remembered() {
        opened(30, 1);
        called(30, 202);
        taken();
    }

    @Test
    void without_the_right_to_read_it_says_so_each_time_in_the_same_words() {
        log.hidden.add("calls");
        log.hidden.add("relayed");
        assertThat(taken().remarks())
                .as("before the first event there may be nothing to see")
                .isEmpty();
        came(31);
        assertThat(taken().remarks()).containsExactly("may not read calls", "may not read relayed");
        assertThat(check.check()).isEqualTo(check.check());
    }

    @Test
    void silence_is_found_without_that_right_too() {
        log.hidden.add("calls");
        opened(30, 1);
        assertThat(refused()).endsWith("its business rule may be off, or its calls fail; may not read calls");
    }

    private void relayed(int minutesAgo, State state) {
        log.relayed.add(new RelayedCall("mid-1", ago(minutesAgo), state, "TLS failed"));
    }

    private void relay(boolean up) {
        log.relays.put("mid-1", new Relay("mid-1", up, up ? "Up" : "Down"));
    }

    @Test
    void a_relay_that_is_down_is_named_while_calls_wait_for_it() {
        relayed(2, State.WAITING);
        relay(false);
        assertThat(refused()).isEqualTo("the MID Server mid-1, which carries ServiceNow's calls to us, is Down");
    }

    @Test
    void a_relay_that_is_down_and_has_nothing_to_carry_is_no_matter() {
        relayed(20, State.CARRIED);
        called(20, 202);
        relay(false);
        taken();
    }

    @Test
    void what_a_relay_could_not_carry_is_told() {
        relayed(2, State.FAILED);
        relay(true);
        assertThat(refused()).contains("could not carry", "2026-11-22T08:58:00Z: TLS failed");
    }

    @Test
    void what_a_relay_leaves_lying_is_told_after_a_while() {
        relayed(10, State.WAITING);
        relay(true);
        taken();
        clock.advance(Duration.ofSeconds(1));
        assertThat(refused()).contains("did not take ServiceNow's call");
    }

    @Test
    void an_instance_that_does_not_answer_is_not_checked() {
        CheckInbound blind = new CheckInbound(
                new InMemoryOutboundLog() {
                    @Override
                    public Look<OutboundCall> calls(Instant since) {
                        throw new Unavailable("servicenow", "no answer", Optional.empty());
                    }
                },
                events,
                settings,
                clock);
        assertThat(blind.check())
                .isEqualTo(new Finding.NotChecked(
                        "ServiceNow's calls to us could not be looked at: servicenow: no answer"));
    }

    @Test
    void it_is_a_credential_of_the_instance() {
        assertThat(check.id())
                .hasToString("servicenow-events/" + settings.serviceNow().instance());
    }
}
