package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import dev.belay.local.story.Backstage.Doing;
import dev.belay.local.story.Backstage.Trouble;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.servicenow.table.Column;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outside is in trouble for long, or for good: people are told in time, and one trouble does not make another. */
final class TroubleTest extends OnEachPlatform {
    private static final Duration LONG = Duration.ofMinutes(31);

    private String incident = "";
    private String card = "";

    @BeforeEach
    void an_incident_is_open() {
        incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        card = bench.cardOf(incident, support()).id();
    }

    @AfterEach
    void nothing_is_set_aside() {
        assertThat(bench.setAside()).isZero();
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
        bench.hints(); // the card is drawn again once it has settled
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
        assertThat(bench.cardOf(incident, support()).content()).contains("In Progress");
    }

    @Test
    void one_comfort_that_always_fails_keeps_no_other_away_and_holds_up_no_hint() {
        bench.backstage().fail(Doing.DESCRIBE, 1000, Trouble.DOWN);
        String major = bench.open(1, 1, "Checkout down");
        bench.hintOnce();
        String channel = bench.channelOf(major).id();
        assertThat(bench.backstage().count(Doing.BOOKMARK)).isPositive();
        assertThat(bench.backstage().isInvited(Person.BOB, channel)).isTrue();
        bench.change(major, "short_description", "Checkout down in Europe");
        bench.pass(Bench.REDELIVERY);
        bench.hintOnce();
        assertThat(bench.cardOf(major, channel).content()).contains("in Europe");
        assertThat(bench.waiting()).as("it is retried").isPositive();
        bench.pass(Duration.ofHours(1)); // and then given up
        bench.hints();
        assertThat(bench.waiting()).isZero();
        assertThat(bench.cardOf(major, channel).content()).contains("in Europe");
    }

    @Test
    void an_incident_that_was_deleted_needs_nothing_more() {
        bench.world().serviceNow().tables().delete("incident", incident, "admin");
        assertThat(bench.world().serviceNow().rule().awaitIdle(Duration.ofSeconds(20)))
                .isTrue();
        bench.hints();
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void a_card_that_somebody_deleted_holds_up_no_hint() {
        bench.backstage().takeAway(support(), card);
        bench.change(incident, "short_description", "Printer jams again");
        bench.hints();
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void a_press_is_done_although_its_card_cannot_be_drawn_and_the_card_follows_when_it_can() {
        bench.backstage().fail(Doing.UPDATE_CARD, 2, Trouble.REFUSED);
        press();
        bench.pressOnce();
        assertThat(bench.incident(incident).value("state")).isEqualTo("2");
        assertThat(told()).isEmpty();
        assertThat(bench.room().press(Person.BOB, support(), card, "ack").accepted())
                .isTrue();
        bench.pressOnce();
        assertThat(bench.room().told(Person.BOB)).singleElement().satisfies(told -> assertThat(told.text())
                .contains("is assigned to Alice Archer"));
        bench.hints();
        assertThat(bench.cardOf(incident, support()).content()).contains("In Progress");
        assertThat(bench.notes(incident)).hasSize(2);
    }

    @Test
    void a_record_gets_its_conversation_once_a_wrong_setting_is_mended() {
        String right = support();
        sharedChannel("C0TYPO");
        String second = bench.open(3, 3, "Second");
        bench.hintOnce();
        bench.pass(Duration.ofMinutes(5));
        bench.hintOnce();
        sharedChannel(right);
        bench.pass(Duration.ofMinutes(5));
        bench.hints();
        assertThat(bench.cardOf(second, right).content()).contains("Second");
        assertThat(bench.notes(second)).hasSize(1);
    }

    private void sharedChannel(String id) {
        bench.world().installation().changeSettings(settings -> settings.getArray("routes")
                .getObject(0)
                .getObject(platform.id())
                .put("shared_channel", id));
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
        assertThat(bench.room().cards(support())).hasSize(3);
    }

    private void press() {
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
