package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.local.story.Backstage.Doing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record ends, and its conversation with it; it is reopened, and goes on. */
final class EndingTest extends OnEachPlatform {
    private static final Duration A_DAY = Duration.ofDays(1);

    private String incident = "";
    private Room.Place channel = new Room.Place("", "", List.of());

    @BeforeEach
    void a_channel_stands() {
        incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        channel = bench.channelOf(incident);
    }

    private void over(String state) {
        bench.change(incident, Map.of("state", state, "close_code", "Solved", "close_notes", "Restarted"));
        bench.hints();
    }

    private void postmortem() {
        assertThat(bench.room()
                        .enter(
                                Person.ALICE,
                                channel.id(),
                                bench.cardOf(incident, channel.id()).id(),
                                "postmortem",
                                Map.of("address", List.of("https://wiki.acme.example/pm")))
                        .accepted())
                .isTrue();
        bench.presses();
    }

    private void due(Duration time) {
        bench.pass(time);
        bench.reconcile();
        bench.hints();
    }

    private void archived() {
        postmortem();
        over("7");
        due(A_DAY.multipliedBy(8));
        assertThat(bench.backstage().isArchived(channel.id())).isTrue();
    }

    private void reopened() {
        bench.change(incident, Map.of("state", "2", "active", "true"));
        bench.hints();
    }

    @Test
    void it_is_summed_up_once() {
        assertThat(bench.room()
                        .press(
                                Person.ALICE,
                                channel.id(),
                                channel.cards().getFirst().id(),
                                "ack")
                        .accepted())
                .isTrue();
        bench.presses();
        bench.pass(Duration.ofMinutes(30));
        over("6");
        over("7");
        assertThat(bench.backstage().lines(channel.id()).stream().filter(line -> line.contains("is over")))
                .singleElement()
                .asString()
                .contains("Resolved", "opened ", "acknowledged by Alice Archer", "resolved");
        assertThat(bench.cardOf(incident, channel.id()).content())
                .contains("postmortem")
                .doesNotContain("\"ack\"", "take-over");
    }

    @Test
    void people_are_reminded_of_the_postmortem_once() {
        over("6");
        due(A_DAY.multipliedBy(3));
        due(A_DAY);
        assertThat(bench.backstage().lines(channel.id()).stream().filter(line -> line.contains("no postmortem yet")))
                .hasSize(1);
    }

    @Test
    void its_channel_is_archived_a_week_after_it_was_closed_once_the_postmortem_is_there() {
        over("7");
        due(A_DAY.multipliedBy(8));
        assertThat(bench.backstage().isArchived(channel.id())).isFalse();
        postmortem();
        due(A_DAY);
        assertThat(bench.backstage().isArchived(channel.id())).isTrue();
        assertThat(bench.link(incident)).isEqualTo("ARCHIVED");
        assertThat(bench.backstage().lines(channel.id()).getLast())
                .contains("Belay asks for this channel to be archived now");
        bench.forgetCalls();
        due(A_DAY);
        assertThat(bench.backstage().calls()).isEmpty();
    }

    @Test
    void a_reopened_record_goes_on() {
        archived();
        reopened();
        Room.Place now = bench.channelOf(incident);
        assertThat(bench.link(incident)).isEqualTo("READY");
        assertThat(bench.cardOf(incident, now.id()).content()).contains("In Progress");
        if (platform == Platform.SLACK) {
            assertThat(now.name()).isEqualTo(channel.name() + "-2");
            assertThat(bench.backstage().isArchived(channel.id())).isTrue();
            assertThat(bench.backstage().lines(now.id())).anyMatch(line -> line.contains("#" + channel.name()));
            assertThat(bench.notes(incident).getLast()).contains("(before: ");
        } else {
            assertThat(now.id()).isEqualTo(channel.id());
            assertThat(bench.backstage().isArchived(channel.id())).isFalse();
        }
    }

    @Test
    void where_archiving_is_not_allowed_the_channel_stays_open_and_it_is_told_once() {
        bench.operatorsAreTold();
        bench.backstage().forbidArchiving(true);
        postmortem();
        over("7");
        due(A_DAY.multipliedBy(8));
        due(A_DAY);
        assertThat(bench.link(incident)).isEqualTo("READY");
        assertThat(bench.backstage().said(bench.room().support()).stream().filter(said -> said.contains("stay open")))
                .hasSize(1);
        bench.backstage().forbidArchiving(false);
        due(A_DAY);
        assertThat(bench.link(incident)).isEqualTo("ARCHIVED");
    }

    @Test
    void where_unarchiving_is_not_allowed_it_gets_another_channel() {
        archived();
        bench.backstage().forbidArchiving(true);
        reopened();
        assertThat(bench.channelOf(incident).name()).isEqualTo(channel.name() + "-2");
        assertThat(bench.backstage().count(Doing.CREATE_CHANNEL)).isEqualTo(2);
    }

    @Test
    void a_reopened_record_of_a_lower_priority_goes_to_the_shared_channel() {
        archived();
        bench.change(incident, Map.of("state", "2", "active", "true", "impact", "3", "urgency", "3"));
        bench.hints();
        assertThat(bench.cardOf(incident, bench.room().support()).content()).contains("P5 ");
    }
}
