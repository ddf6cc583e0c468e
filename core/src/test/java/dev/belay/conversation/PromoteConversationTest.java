package dev.belay.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.delivery.Delivery;
import dev.belay.failure.Calls;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.Former;
import dev.belay.link.PagerIncident;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordState;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A record in the shared channel gets the channel of its own that it earned since. */
final class PromoteConversationTest {
    private final Way way = new Way(3);
    private final Made thread = way.link();

    @Test
    void a_record_that_is_raised_gets_a_channel_and_the_thread_points_there() {
        way.raised(1).settle();
        assertThat(way.link().placement().isDedicated()).isTrue();
        assertThat(way.link().claim().isAfter(Former.Why.PROMOTED)).isTrue();
        String there = way.room.chat.link(way.channel(), Optional.empty());
        assertThat(way.room.shown(way.room.chat.shared())).contains(there);
        assertThat(way.room.chat.cards(way.room.chat.shared()).getFirst().buttons())
                .isEmpty();
        assertThat(way.room.chat.said(way.room.chat.shared(), thread.id().thread()))
                .containsExactly(
                        "Priority 3 → 1", "Priority 1 gets a channel of its own. This goes on there: " + there);
        assertThat(way.said())
                .contains("This goes on from the thread "
                        + way.room.chat.link(way.room.chat.shared(), thread.id().thread()));
    }

    @Test
    void what_was_not_said_in_the_thread_yet_is_said_in_the_channel() {
        way.raised(1);
        Calls held = Calls.failing("Lines.say", () -> new Unavailable("links", "down", Optional.empty()));
        way.once(held, false);
        Instant now = way.room.clock.instant();
        Delivery.of("m1", now, () -> Duration.ofMinutes(1))
                .run(() -> way.once(Calls.undisturbed(), false).isPresent());
        way.settle();
        assertThat(way.said()).contains("Priority 3 → 1");
    }

    @Test
    void an_accepted_major_incident_gets_one_whatever_its_priority() {
        way.put(record -> record.with(record.life().with(MajorIncident.ACCEPTED)))
                .settle();
        assertThat(way.link().placement().isDedicated()).isTrue();
    }

    @Test
    void what_becomes_confidential_later_is_taken_off_the_old_card() {
        way.raised(1).settle();
        String words = way.room.record(way.ref).shortDescription();
        assertThat(way.room.shown(way.room.chat.shared())).contains(words);
        way.room.settings = SampleSettings.confidential();
        way.put(record -> record).settle();
        assertThat(way.room.shown(way.room.chat.shared())).doesNotContain(words);
    }

    @Test
    void lowering_changes_nothing_but_the_card() {
        way.raised(1).settle();
        Made channel = way.link();
        way.raised(4).settle();
        assertThat(way.link().claim()).isEqualTo(channel.claim());
        assertThat(way.room.shown(way.channel())).startsWith("P4 ");
    }

    @Test
    void both_conversations_are_named_by_the_work_note() {
        way.raised(1).settle();
        assertThat(way.room.records.notes(way.ref)).hasSize(2);
        assertThat(way.room.records.notes(way.ref).getLast().text())
                .contains("is here: " + way.room.chat.link(way.channel(), Optional.empty()), "(before: ");
    }

    @Test
    void while_the_platform_limits_us_the_thread_goes_on() {
        way.raised(1);
        Calls limited = Calls.failing(
                "Channels.create", () -> Unavailable.limited("chat", "create", Optional.of(Duration.ofSeconds(40))));
        assertThat(way.once(limited, false)).isEmpty();
        assertThat(way.link()).isInstanceOf(Standing.class);
        assertThat(way.link().claim()).isEqualTo(thread.claim());
        assertThat(way.room.shown(way.room.chat.shared())).startsWith("P1 ");
        way.settle();
        assertThat(way.link().placement().isDedicated()).isTrue();
        assertThat(way.hasNext()).isFalse();
    }

    @Test
    void a_record_that_is_lowered_before_anything_was_made_stays_where_it_is() {
        way.raised(1);
        Calls limited = Calls.failing("Channels.create", () -> new Unavailable("chat", "down", Optional.empty()));
        way.once(limited, false);
        way.raised(3).settle();
        assertThat(way.link().placement().isDedicated()).isFalse();
        assertThat(way.hasNext()).isFalse();
        assertThat(way.room.chat.everything()).hasSizeLessThan(6);
        way.raised(2).settle();
        assertThat(way.link().placement().isDedicated()).isTrue();
    }

    @Test
    void a_channel_that_was_made_before_the_record_was_lowered_is_taken() {
        way.raised(1);
        way.room.chat.loseNextCreation(true);
        way.once(Calls.undisturbed(), false);
        way.raised(3).pass(Duration.ofMinutes(3)).settle();
        assertThat(way.link().placement().isDedicated()).isTrue();
        assertThat(way.hasNext()).isFalse();
    }

    @Test
    void where_the_platform_refuses_a_channel_the_card_says_so_and_it_is_tried_again_each_hour() {
        way.raised(1);
        Calls refused = Calls.failing("Channels.create", () -> new Rejected("chat", "restricted_action"));
        assertThat(way.once(refused, false)).contains(new Opening.Agreed());
        assertThat(way.hasNext()).isFalse();
        assertThat(way.room.shown(way.room.chat.shared())).contains("restricted_action");
        assertThat(way.room.chat.sentences(way.room.chat.shared()))
                .singleElement()
                .asString()
                .contains("has no channel of its own", "restricted_action");
        Calls none = Calls.undisturbed();
        way.once(none, false);
        assertThat(none.names()).doesNotContain("Channels.create");
        assertThat(way.link().conversation().kept().due()).isPresent();
        way.pass(Duration.ofHours(1)).settle();
        assertThat(way.link().placement().isDedicated()).isTrue();
    }

    @Test
    void once_it_earns_something_else_a_channel_is_tried_at_once() {
        way.raised(2);
        way.once(Calls.failing("Channels.create", () -> new Rejected("chat", "restricted_action")), false);
        way.raised(1).settle();
        assertThat(way.link().placement().isDedicated()).isTrue();
    }

    @Test
    void who_was_paged_while_the_channel_was_made_is_not_forgotten() {
        way.raised(1);
        Calls meanwhile = Calls.interrupted(
                "ConversationLinks.succeed",
                () -> way.room.links.paged(way.key(), new PagerIncident("PT4KHLK", "press-1")));
        way.once(meanwhile, false);
        way.pass(Duration.ofMinutes(3)).settle();
        assertThat(way.link().conversation().paged()).contains(new PagerIncident("PT4KHLK", "press-1"));
        assertThat(way.link().placement().isDedicated()).isTrue();
    }

    @Test
    void ended_at_any_call_and_run_again_there_is_one_channel_and_one_pointer() {
        Way.endsTheSameWhereverItIsEnded(() -> new Way(3).raised(1));
    }

    @Test
    void so_it_is_with_one_that_is_resolved_meanwhile() {
        way.raised(1);
        way.once(Calls.failing("Channels.create", () -> new Unavailable("chat", "down", Optional.empty())), false);
        way.in(RecordState.RESOLVED).settle();
        assertThat(way.link().placement().isDedicated()).isFalse();
        assertThat(way.hasNext()).isFalse();
    }
}
