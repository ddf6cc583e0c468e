package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.incidentopened.IncidentOpenedHandler;
import dev.belay.local.room.Person;
import dev.belay.local.story.Backstage.Doing;
import dev.belay.local.story.Backstage.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happened to a record is said in its conversation in short lines, and its card follows without being drawn too often. */
final class LinesTest extends OnEachPlatform {
    /** How long this machine takes is no time that passes there. */
    LinesTest() {
        super(InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(2))));
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void opening_says_nothing() {
        String incident = opened(1);
        assertThat(lines(incident)).isEmpty();
    }

    @Test
    void what_changes_in_servicenow_is_said_in_one_message_and_shown() {
        String incident = opened(1);
        String database = bench.world().serviceNow().people().group("Database");
        bench.change(incident, "state", "3");
        bench.change(incident, Map.of("impact", "2", "urgency", "2"));
        bench.change(incident, "assignment_group", database);
        bench.hints();
        assertThat(lines(incident)).containsExactly("Priority 1 → 3\nState: New → On Hold\nGroup none → Database");
        assertThat(bench.cardOf(incident, bench.channelOf(incident).id()).content())
                .contains("On Hold", "P3", "Database");
        bench.change(incident, "short_description", "Checkout down in Europe");
        bench.hints();
        assertThat(lines(incident)).hasSize(2).last().isEqualTo("Title: Checkout down in Europe");
    }

    @Test
    void in_a_shared_channel_it_is_said_in_the_thread() {
        String incident = opened(3);
        bench.change(incident, "state", "2");
        bench.hints();
        String support = bench.room().support();
        assertThat(bench.backstage().lines(support)).containsExactly("State: New → In Progress");
        assertThat(bench.backstage().said(support)).isEmpty();
    }

    @Test
    void a_press_is_said_once_with_who_it_was_and_nothing_of_it_a_second_time() {
        String incident = opened(1);
        String channel = bench.channelOf(incident).id();
        String card = bench.cardOf(incident, channel).id();
        assertThat(bench.room().press(Person.ALICE, channel, card, "ack").accepted())
                .isTrue();
        bench.presses();
        bench.hints();
        assertThat(lines(incident)).containsExactly("Alice Archer acknowledged");
        assertThat(bench.room().press(Person.BOB, channel, card, "take-over").accepted())
                .isTrue();
        bench.presses();
        assertThat(lines(incident))
                .containsExactly("Alice Archer acknowledged", "Bob Baker took over from Alice Archer");
    }

    @Test
    void who_resolved_it_and_after_how_long_is_said() {
        String incident = opened(1);
        bench.pass(Duration.ofMinutes(47));
        bench.change(incident, Map.of("state", "6", "close_code", "Solution provided", "close_notes", "Restarted."));
        bench.hints();
        assertThat(lines(incident).getFirst()).matches("Resolved by \\S.* after 47 min");
    }

    @Test
    void a_line_that_was_limited_or_down_is_said_later_and_once() {
        String incident = opened(3);
        bench.backstage().fail(Doing.SAY_LINE, 1, Trouble.LIMITED);
        bench.change(incident, "state", "2");
        bench.hints();
        assertThat(bench.backstage().lines(bench.room().support())).containsExactly("State: New → In Progress");
    }

    @Test
    void two_hundred_changes_within_ten_seconds_are_eleven_cards_at_most_and_end_with_the_right_one() {
        String incident = opened(3);
        bench.limits(true);
        bench.backstage().forgetCalls();
        IncidentOpenedHandler warm = bench.world().installation().incidentOpened();
        for (int i = 1; i <= 200; i++) {
            bench.change(
                    incident, Map.of("short_description", "Printer jams, floor " + i, "state", i % 2 == 0 ? "2" : "3"));
            bench.pass(Duration.ofMillis(50));
            bench.hint(warm);
        }
        for (int i = 0; i < 3_000 && bench.waiting() > 0; i++) {
            if (bench.hint(warm) == 0) {
                bench.pass(Duration.ofMillis(250));
            }
        }
        bench.pass(Bench.GATHERED);
        assertThat(bench.cardOf(incident, bench.room().support()).content()).contains("floor 200", "In Progress");
        assertThat(bench.backstage().count(Doing.UPDATE_CARD)).isBetween(2, 11);
        List<String> said = bench.backstage().lines(bench.room().support());
        assertThat(said).hasSizeBetween(1, 6).last().asString().contains("floor 200");
    }

    private String opened(int urgency) {
        String incident = bench.open(urgency, urgency, "Checkout down");
        bench.hints();
        return incident;
    }

    private List<String> lines(String incident) {
        return bench.backstage().lines(bench.channelOf(incident).id());
    }
}
