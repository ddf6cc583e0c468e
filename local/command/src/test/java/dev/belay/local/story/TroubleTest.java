package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.local.world.PassingClock;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.servicenow.table.Column;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.limit.Failure.Status;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The outside is in trouble for long, or for good: people are told in time, and one trouble does not make another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TroubleTest {
    private static final Duration LONG = Duration.ofMinutes(31);

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private Bench bench = Bench.beside(aws, faults, clock);
    private String incident = "";
    private String card = "";

    @BeforeEach
    void an_incident_is_open() {
        bench.close();
        bench = Bench.beside(aws, faults, clock);
        incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        card = bench.card(AcmeWorkspace.SUPPORT, incident).ts();
    }

    @AfterAll
    void all_stops() {
        bench.close();
        aws.close();
    }

    @Test
    void who_pressed_into_an_outage_of_servicenow_is_told_when_the_press_is_too_old() {
        bench.world().serviceNow().outage().next(1000, Failure.status(503));
        press();
        bench.pressOnce();
        bench.pass(Duration.ofMinutes(11));
        bench.pressOnce();
        assertThat(told()).singleElement().asString().contains("within 10 minutes, so it was dropped");
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void who_cannot_be_told_whether_it_was_done_is_told_that() {
        bench.world().serviceNow().outage().next(1, "PATCH incident", new Failure.Dropped(true));
        press();
        bench.world().serviceNow().outage().next(1000, "GET sys_journal_field", Failure.status(503));
        bench.pressOnce();
        bench.pass(Duration.ofMinutes(11));
        bench.pressOnce();
        assertThat(told()).singleElement().asString().contains("not known whether your press was done");
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void what_servicenow_takes_in_part_is_told_as_that_and_shown() {
        bench.world()
                .serviceNow()
                .tables()
                .addColumn(
                        "incident", Column.reference("assigned_to", "sys_user").readOnlyColumn());
        press();
        bench.presses();
        assertThat(told()).singleElement().asString().contains("not all of the change");
        assertThat(bench.incident(incident).value("state")).isEqualTo("2");
        assertThat(bench.card(AcmeWorkspace.SUPPORT, incident)
                        .content()
                        .blocks()
                        .toString())
                .contains("In Progress");
    }

    @Test
    void one_comfort_that_always_fails_keeps_no_other_away_and_holds_up_no_hint() {
        bench.slack().failures().next("conversations.setTopic", 1000, new Status(500));
        String major = bench.open(1, 1, "Checkout down");
        bench.hints();
        assertThat(bench.slack().calls("pins.add")).isNotEmpty();
        assertThat(bench.slack().calls("conversations.invite")).isNotEmpty();
        bench.change(major, "short_description", "Checkout down in Europe");
        bench.hints();
        String channel = bench.incident(major).value("u_chat_channel");
        assertThat(bench.card(channel, major).content().blocks().toString()).contains("in Europe");
    }

    @Test
    void an_incident_that_was_deleted_needs_nothing_more() {
        bench.world().serviceNow().tables().delete("incident", incident, "admin");
        assertThat(bench.world().serviceNow().rule().awaitIdle(Duration.ofSeconds(20)))
                .isTrue();
        bench.hints();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void a_card_that_somebody_deleted_holds_up_no_hint() {
        bench.slack()
                .workspace()
                .channel(AcmeWorkspace.SUPPORT)
                .orElseThrow()
                .messages()
                .remove(card);
        bench.change(incident, "short_description", "Printer jams again");
        bench.hints();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void what_a_message_waited_for_is_not_held_against_it() {
        bench.world().serviceNow().outage().next(8, Failure.status(503));
        bench.open(3, 3, "Second");
        for (int i = 0; i < 8; i++) {
            bench.hintOnce();
            bench.pass(LONG);
        }
        bench.world().serviceNow().outage().lateCommit(1);
        bench.open(3, 3, "Third");
        bench.hints();
        assertThat(bench.setAside()).isZero();
        assertThat(bench.slack().calls("chat.postMessage")).hasSizeGreaterThanOrEqualTo(3);
    }

    private void press() {
        assertThat(bench.press(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, card, "ack")
                        .accepted())
                .isTrue();
    }

    private List<String> told() {
        return bench.slack().ephemerals(AcmeWorkspace.ALICE).stream()
                .map(PrivateMessage::text)
                .toList();
    }
}
