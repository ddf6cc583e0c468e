package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.cardaction.CardActionHandler;
import dev.belay.incidentopened.IncidentOpenedHandler;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.local.room.Room.Told;
import dev.belay.simulator.servicenow.outage.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * ServiceNow is gone for a day, for us and we for it: what it had told waits, who presses is told, and afterwards everything flows, each
 * conversation once.
 */
final class PlatformDownTest extends OnEachPlatform {
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int STEPS_OF_A_DAY = 48;

    private String standing = "";
    private String printer = "";
    private String lying = "";

    @BeforeEach
    void two_conversations_stand_one_event_lies_and_servicenow_goes() {
        standing = bench.open(1, 1, "Checkout down");
        printer = bench.open(3, 3, "Printer jams");
        bench.hints();
        lying = bench.open(1, 1, "Payments down");
        bench.world().serviceNow().outage().next(1_000_000, Failure.page(503));
        bench.world().serviceNow().rule().hold();
    }

    @AfterEach
    void nothing_is_set_aside() {
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void what_waits_flows_after_a_day_each_conversation_once() {
        aDayPasses();
        assertThat(bench.waiting()).as("the hint of what lay").isOne();
        String during = bench.open(1, 1, "Search down");
        bench.change(standing, "short_description", "Checkout down in Europe");

        isBack();

        assertThat(bench.waiting()).isZero();
        for (String incident : List.of(standing, lying, during)) {
            assertThat(channelsOf(incident)).hasSize(1);
            assertThat(channelsOf(incident).getFirst().cards()).hasSize(1);
            assertThat(bench.notes(incident)).hasSize(1);
        }
        assertThat(bench.cardOf(standing, bench.channelOf(standing).id()).content())
                .contains("in Europe");
        assertThat(bench.cardOf(lying, bench.channelOf(lying).id()).content()).contains("Payments down");
        assertThat(bench.cardOf(during, bench.channelOf(during).id()).content()).contains("Search down");
        assertThat(bench.room().cards(support())).hasSize(1);
    }

    @Test
    void a_press_is_dropped_and_told_within_its_life_and_another_one_works_afterwards() {
        press();
        aDayPasses();
        assertThat(told()).singleElement().asString().contains("within 10 minutes, so it was dropped");
        assertThat(bench.incident(printer).value("state")).isEqualTo("1");
        assertThat(bench.pressesWaiting()).isZero();

        isBack();
        press();
        bench.presses();

        assertThat(bench.incident(printer).value("state")).isEqualTo("2");
        assertThat(bench.cardOf(printer, support()).content()).contains("In Progress");
        assertThat(bench.notes(printer)).hasSize(2);
        assertThat(told()).hasSize(1);
    }

    @Test
    void what_changed_several_times_meanwhile_is_shown_as_it_is_now() {
        bench.change(standing, "short_description", "Checkout down in Europe");
        aDayPasses();
        bench.change(standing, "short_description", "Checkout down everywhere");

        isBack();

        assertThat(bench.cardOf(standing, bench.channelOf(standing).id()).content())
                .contains("everywhere");
        assertThat(channelsOf(standing)).hasSize(1);
        assertThat(bench.waiting()).isZero();
    }

    /** The functions stay the same, as they do while there is work. */
    private void aDayPasses() {
        IncidentOpenedHandler hints = bench.world().installation().incidentOpened();
        CardActionHandler presses = bench.world().installation().cardAction();
        for (int step = 0; step < STEPS_OF_A_DAY; step++) {
            bench.hint(hints);
            bench.press(presses);
            bench.pass(STEP);
        }
    }

    private void isBack() {
        bench.world().serviceNow().outage().end();
        bench.world().serviceNow().rule().release();
        assertThat(bench.world().serviceNow().rule().awaitIdle(Duration.ofSeconds(20)))
                .isTrue();
        bench.hints();
    }

    private List<Room.Place> channelsOf(String incident) {
        String prefix = bench.incident(incident).value("number").toLowerCase(Locale.ROOT) + "-";
        return bench.room().channels().stream()
                .filter(channel -> channel.name().startsWith(prefix))
                .toList();
    }

    private void press() {
        String card = bench.cardOf(printer, support()).id();
        assertThat(bench.room().press(Person.ALICE, support(), card, "ack").accepted())
                .isTrue();
    }

    private List<String> told() {
        return bench.room().told(Person.ALICE).stream().map(Told::text).toList();
    }

    private String support() {
        return bench.room().support();
    }
}
