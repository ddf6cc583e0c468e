package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.cardaction.CardActionHandler;
import dev.belay.chat.Platform;
import dev.belay.events.PressCodec;
import dev.belay.local.room.Person;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What one person's presses, however many, do to another person's press. Time stands still but for what the story lets pass. */
@ParameterizedClass
@EnumSource(Platform.class)
final class FloodTest {
    /** As long as a refused press keeps a worker: two calls of the chat's API and some of DynamoDB. */
    private static final Duration A_PRESS = Duration.ofMillis(400);

    /** As few as can be deployed. */
    private static final int WORKERS = PressCodec.GROUPS + 1;

    private static final Duration SOON = Duration.ofSeconds(10);

    /** A little ahead: the simulated queues date by the machine's time when a message may first be seen. */
    private final Instant begin = Instant.now().plus(Duration.ofMinutes(1));

    private final PassingClock clock = new PassingClock(() -> begin);
    private final SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready();
    private final Bench bench;

    FloodTest(Platform platform) {
        bench = Bench.beside(aws, new Faults(), clock, platform);
        bench.limits(true);
    }

    @AfterEach
    void all_stops() {
        bench.close();
        aws.close();
    }

    @Test
    void a_guests_1700_presses_in_42_seconds_do_not_hold_back_the_commander() {
        String incident = opened("Checkout down");
        String card = card(incident);
        for (int i = 0; i < 1_700; i++) {
            press(Person.GUEST, card);
            clock.pass(Duration.ofMillis(25));
        }
        assertThat(bench.waiting()).as("one for each window of two seconds").isBetween(20, 23);
        assertThat(untilAcknowledged(incident, card)).isLessThan(SOON);
        assertThat(told(Person.GUEST)).isLessThanOrEqualTo(1);
        workedOff();
        assertThat(told(Person.GUEST)).isOne();
        assertThat(told(Person.ALICE)).isZero();
    }

    @Test
    void a_guests_presses_on_many_cards_do_not_hold_back_the_commander() {
        List<String> cards = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            cards.add(card(opened("Printer " + i + " jams")));
        }
        String incident = opened("Checkout down");
        Instant flood = clock.instant();
        for (int i = 0; i < 21; i++) {
            cards.forEach(card -> press(Person.GUEST, card));
            clock.pass(Duration.ofSeconds(2));
        }
        assertThat(bench.waiting()).as("each is another button").isEqualTo(6 * 21);
        assertThat(untilAcknowledged(incident, card(incident))).isLessThan(SOON);
        workedOff();
        long minutes = Duration.between(flood, clock.instant()).toMinutes();
        assertThat((long) told(Person.GUEST)).isBetween(1L, 1 + minutes);
        assertThat(told(Person.ALICE)).isZero();
    }

    @Test
    void whoever_presses_again_after_a_minute_is_told_again() {
        String card = card(opened("Printer jams"));
        for (int i = 0; i < 3; i++) {
            press(Person.GUEST, card);
            bench.presses();
            clock.pass(Duration.ofSeconds(31));
        }
        assertThat(told(Person.GUEST)).isEqualTo(2);
    }

    /** The commander presses; how long it takes until the record shows it, while all workers have something to do. */
    private Duration untilAcknowledged(String incident, String card) {
        CardActionHandler function = bench.world().installation().cardAction();
        Instant pressed = clock.instant();
        press(Person.ALICE, card);
        while (!bench.incident(incident).value("state").equals("2")) {
            assertThat(bench.pressesAtOnce(function, WORKERS))
                    .as("somebody works")
                    .isPositive();
            clock.pass(A_PRESS);
        }
        return Duration.between(pressed, clock.instant());
    }

    private void workedOff() {
        CardActionHandler function = bench.world().installation().cardAction();
        while (bench.pressesWaiting() > 0) {
            assertThat(bench.pressesAtOnce(function, WORKERS))
                    .as("somebody works")
                    .isPositive();
            clock.pass(A_PRESS);
        }
    }

    private String opened(String shortDescription) {
        String incident = bench.open(3, 3, shortDescription);
        bench.hints();
        return incident;
    }

    private String card(String incident) {
        return bench.cardOf(incident, bench.room().support()).id();
    }

    private void press(Person person, String card) {
        assertThat(bench.room()
                        .press(person, bench.room().support(), card, "ack")
                        .accepted())
                .isTrue();
    }

    private int told(Person person) {
        return bench.room().told(person).size();
    }
}
