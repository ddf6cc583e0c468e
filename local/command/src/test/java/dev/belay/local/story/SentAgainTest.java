package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.servicenow.event.BusinessRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An event that ingress did not take, or that nobody answered, waits in ServiceNow and opens its conversation once it is taken. */
final class SentAgainTest extends OnEachPlatform {
    private static final int TAKEN = 202;
    private static final int FORGED = 401;

    private BusinessRule rule() {
        return bench.world().serviceNow().rule();
    }

    /** One run of the scheduled script, and whatever it had sent. */
    private int minute() {
        int status = rule().minute();
        assertThat(rule().awaitIdle(Duration.ofSeconds(10))).isTrue();
        bench.hints();
        return status;
    }

    private String opened() {
        String incident = bench.open(1, 1, "Checkout down");
        assertThat(rule().awaitIdle(Duration.ofSeconds(10))).isTrue();
        bench.hints();
        return incident;
    }

    @Test
    void an_event_under_another_key_opens_its_conversation_once_the_key_is_right() {
        rule().signWrongly(true);
        String incident = opened();
        assertThat(minute()).isEqualTo(FORGED);
        assertThat(bench.room().channels()).isEmpty();
        assertThat(rule().waiting()).hasSize(1);

        rule().signWrongly(false);
        assertThat(minute()).isEqualTo(TAKEN);
        assertThat(bench.room().channels()).hasSize(1);
        assertThat(bench.incident(incident).value(bench.room().field())).isNotEmpty();
        assertThat(rule().waiting()).isEmpty();
    }

    @Test
    void an_event_that_nobody_answered_opens_its_conversation_once_somebody_does() {
        rule().carriage().by("mid-1");
        rule().carriage().up(false);
        opened();
        assertThat(minute()).isZero();
        assertThat(bench.room().channels()).isEmpty();

        rule().carriage().directly();
        assertThat(minute()).isEqualTo(TAKEN);
        assertThat(bench.room().channels()).hasSize(1);
    }

    @Test
    void an_event_that_was_taken_and_is_sent_again_changes_nothing() {
        String incident = opened();
        String updates = bench.incident(incident).value("sys_mod_count");
        rule().sent().forEach(outbound -> rule().send(outbound.event()));
        assertThat(minute()).isEqualTo(TAKEN);
        assertThat(bench.room().channels()).hasSize(1);
        assertThat(bench.incident(incident).value("sys_mod_count")).isEqualTo(updates);
    }

    @Test
    void a_clone_is_refused_and_nothing_that_waits_there_is_sent() {
        rule().instance("acmetest");
        opened();
        int sent = rule().sent().size();
        assertThat(rule().waiting()).hasSize(1);
        assertThat(minute()).isEqualTo(403);
        assertThat(rule().sent()).hasSize(sent);
        assertThat(bench.room().channels()).isEmpty();
    }
}
