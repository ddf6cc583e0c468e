package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room;
import dev.belay.local.story.Backstage.Doing;
import dev.belay.local.story.Backstage.Trouble;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A record in the shared channel earns a channel of its own: it gets one, and the thread leads there. */
final class PromotionTest extends OnEachPlatform {
    private String thread() {
        String incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        return incident;
    }

    private String raised() {
        String incident = thread();
        raise(incident);
        bench.hints();
        return incident;
    }

    private void raise(String incident) {
        bench.change(incident, Map.of("impact", "1", "urgency", "1"));
    }

    private Room.Card old(String incident) {
        return bench.cardOf(incident, bench.room().support());
    }

    @Test
    void a_record_that_is_raised_gets_its_channel_and_the_thread_points_there() {
        String incident = raised();
        Room.Place channel = bench.channelOf(incident);
        assertThat(channel.cards()).singleElement().satisfies(card -> assertThat(card.content())
                .contains("P1 "));
        assertThat(old(incident).content()).contains("Goes on in").doesNotContain("\"ack\"");
        assertThat(bench.backstage().lines(bench.room().support()))
                .anyMatch(line -> line.contains("This goes on there: "));
        assertThat(bench.backstage().lines(channel.id())).anyMatch(line -> line.contains("goes on from the thread"));
        assertThat(bench.notes(incident)).hasSize(2);
        assertThat(bench.notes(incident).getLast()).contains("(before: ");
        assertThat(bench.backstage().isInvited(Person.ALICE, channel.id())).isTrue();
    }

    @Test
    void a_candidate_that_is_accepted_gets_one_whatever_its_priority() {
        String incident = thread();
        bench.change(incident, "major_incident_state", "accepted");
        bench.hints();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
    }

    @Test
    void lowering_changes_nothing_but_the_card() {
        String incident = raised();
        Room.Place channel = bench.channelOf(incident);
        bench.change(incident, Map.of("impact", "3", "urgency", "3"));
        bench.hints();
        assertThat(bench.channelOf(incident).id()).isEqualTo(channel.id());
        assertThat(bench.cardOf(incident, channel.id()).content()).contains("P5 ");
        assertThat(bench.backstage().count(Doing.CREATE_CHANNEL)).isEqualTo(1);
    }

    @Test
    void a_press_on_the_old_card_still_finds_the_way() {
        String incident = thread();
        String support = bench.room().support();
        Room.Press late =
                bench.room().prepare(Person.ALICE, support, old(incident).id(), "ack");
        raise(incident);
        bench.hints();
        assertThat(late.send().accepted()).isTrue();
        bench.presses();
        assertThat(bench.incident(incident).value("state")).isEqualTo("1");
        assertThat(bench.room().told(Person.ALICE))
                .as("the old card showed another priority")
                .isNotEmpty();
        bench.change(incident, "short_description", "Printer jams");
        Room.Card card = bench.channelOf(incident).cards().getFirst();
        assertThat(bench.room()
                        .press(Person.BOB, bench.channelOf(incident).id(), card.id(), "ack")
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(bench.incident(incident).value("state")).isEqualTo("2");
    }

    @Test
    void while_the_platform_limits_us_people_go_on_in_the_thread() {
        String incident = thread();
        bench.backstage().fail(Doing.CREATE_CHANNEL, 1, Trouble.LIMITED);
        raise(incident);
        bench.hintOnce();
        assertThat(old(incident).content()).contains("P1 ");
        assertThat(bench.room()
                        .press(
                                Person.ALICE,
                                bench.room().support(),
                                old(incident).id(),
                                "ack")
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(bench.incident(incident).value("state")).isEqualTo("2");
        assertThat(bench.channelOf(incident).cards().getFirst().content()).contains("In Progress");
    }

    @Test
    void where_channels_are_refused_the_thread_stays_and_says_why_until_they_are_allowed_again() {
        String incident = thread();
        bench.backstage().forbidChannels(true);
        raise(incident);
        bench.hints();
        assertThat(old(incident).content()).contains("No channel of its own");
        bench.backstage().forbidChannels(false);
        bench.pass(Duration.ofMinutes(61));
        bench.reconcile();
        bench.hints();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
        assertThat(old(incident).content()).contains("Goes on in");
    }

    @Test
    void where_only_the_settings_earn_it_a_channel_the_next_hint_brings_it() {
        String incident = thread();
        bench.world()
                .installation()
                .changeSettings(settings -> settings.put("dedicated_priorities", JsonArray.from(1, 2, 5)));
        bench.pass(Duration.ofMinutes(2));
        bench.change(incident, "short_description", "Printer jams again");
        bench.hints();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
    }
}
