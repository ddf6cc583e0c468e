package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import dev.belay.simulator.servicenow.outage.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ServiceNow takes long for each answer: what fits is done, what does not is not begun, and no function uses up its time. */
final class SlowServiceNowTest extends OnEachPlatform {
    /** More than deliveries of one press within its life can be. */
    private static final int MANY = 30;

    /** No time passes but what ServiceNow takes and what a story waits; ahead, because the queues date by the machine's time. */
    SlowServiceNowTest() {
        super(InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(5))));
    }

    @AfterEach
    void no_function_used_up_its_time_and_nothing_is_set_aside() {
        assertThat(bench.timedOut()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8})
    void a_press_that_meets_nothing_warm_is_performed_at_once(int seconds) {
        String incident = pressed();
        everyAnswerTakes(seconds);
        assertThat(bench.pressOnce()).isOne();
        assertThat(bench.incident(incident).value("state")).isEqualTo("2");
        assertThat(bench.cardOf(incident, support()).content()).contains("In Progress");
        assertThat(bench.pressesWaiting()).isZero();
        assertThat(bench.waiting()).as("the hint of what is to be said").isOne();
        assertThat(told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8})
    void a_conversation_that_meets_nothing_warm_is_opened_and_the_record_bears_it(int seconds) {
        String incident = bench.open(1, 1, "Checkout down");
        everyAnswerTakes(seconds);
        for (int deliveries = 0; bench.waiting() > 0 && deliveries < MANY; deliveries++) {
            bench.hintOnce();
            bench.pass(Duration.ofSeconds(3));
        }
        assertThat(bench.waiting()).isZero();
        assertThat(bench.cardOf(incident, bench.channelOf(incident).id()).content())
                .contains("Checkout down");
        assertThat(bench.notes(incident)).hasSize(1);
        assertThat(bench.room().channels().stream()
                        .filter(channel -> channel.name().contains("checkout-down")))
                .hasSize(1);
    }

    @Test
    void a_press_that_never_fits_is_told_as_dropped_and_changes_nothing() {
        String incident = pressed();
        everyAnswerTakes(14);
        deliverUntilDone();
        assertThat(told()).singleElement().asString().contains("within 10 minutes, so it was dropped");
        assertThat(bench.incident(incident).value("state")).isEqualTo("1");
        assertThat(bench.notes(incident)).hasSize(1);
    }

    @Test
    void a_press_whose_answers_are_all_given_up_is_told_as_dropped() {
        String incident = pressed();
        everyAnswerTakes(20);
        bench.world().serviceNow().outage().next(1000, new Failure.Dropped(true));
        deliverUntilDone();
        assertThat(told()).singleElement().asString().contains("within 10 minutes, so it was dropped");
        assertThat(bench.incident(incident).value("state")).isEqualTo("1");
    }

    @Test
    void a_write_whose_answer_is_given_up_is_found_once_it_has_settled() {
        String incident = pressed();
        bench.world().serviceNow().outage().next(1, "PATCH incident", new Failure.Dropped(true));
        everyAnswerTakes(8);
        deliverUntilDone();
        assertThat(bench.incident(incident).value("state")).isEqualTo("2");
        assertThat(bench.cardOf(incident, support()).content()).contains("In Progress");
        assertThat(bench.notes(incident)).hasSize(2);
        assertThat(bench.backstage().lines(support())).containsExactly("Alice Archer acknowledged");
        assertThat(told()).isEmpty();
    }

    /** An incident whose card Alice, whom no table knows yet, has pressed. */
    private String pressed() {
        String incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        String card = bench.cardOf(incident, support()).id();
        assertThat(bench.room().press(Person.ALICE, support(), card, "ack").accepted())
                .isTrue();
        return incident;
    }

    private void everyAnswerTakes(int seconds) {
        bench.world().serviceNow().outage().latency(Duration.ofSeconds(seconds));
    }

    /** Each time to a function that knows nothing yet. */
    private void deliverUntilDone() {
        for (int deliveries = 0; bench.waiting() > 0 && deliveries < MANY; deliveries++) {
            bench.pressOnce();
            bench.hintOnce();
            bench.pass(Duration.ofSeconds(30));
        }
        assertThat(bench.waiting()).isZero();
    }

    private List<String> told() {
        return bench.room().told(Person.ALICE).stream().map(Told::text).toList();
    }

    private String support() {
        return bench.room().support();
    }
}
