package dev.belay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.conversation.Room.Seen;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.Calls.Killed;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.LinkKey;
import dev.belay.link.LinkStatus;
import dev.belay.link.NewClaim;
import dev.belay.platform.InMemoryChat;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordState;
import dev.belay.record.Sample;
import dev.belay.record.WorkNote;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A record's conversation is opened once, whatever happens to the worker. */
final class OpenConversationTest {
    private final Room room = new Room();

    @Test
    void a_critical_record_gets_a_channel_of_its_own_and_its_card_names_it() {
        RecordRef ref = room.opened(1);
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        Channel channel = room.conversation(ref).channel();
        assertThat(channel.name()).startsWith("inc").endsWith("-checkout-down");
        assertThat(room.shown(channel)).contains("Checkout down", "New");
        assertThat(room.records.notes(ref))
                .extracting(WorkNote::text)
                .containsExactly("The conversation about this record is here: https://chat.example/" + channel.id());
        assertThat(room.record(ref).conversations()).containsEntry("slack", channel.id());
        assertThat(room.link(ref).status()).isEqualTo(LinkStatus.READY);
    }

    @Test
    void the_link_knows_who_made_the_conversation_and_what_it_shows() {
        RecordRef ref = room.opened(1);
        room.open(ref);
        assertThat(room.conversation(ref).createdBy()).isEqualTo(room.chat.self(InMemoryChat.WORKSPACE));
        assertThat(room.conversation(ref).shows(room.record(ref).modCount())).isTrue();
        assertThat(room.conversation(ref).setUp()).containsOnlyKeys("description", "bookmark", "pin", "invitation");
    }

    @Test
    void a_lesser_record_gets_a_thread_in_the_shared_channel() {
        RecordRef ref = room.opened(3);
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(room.conversation(ref).channel().id()).isEqualTo(InMemoryChat.SHARED);
        String message = room.conversation(ref).card().message();
        assertThat(((Made) room.link(ref)).id().thread()).contains(message);
        assertThat(room.records.notes(ref)).singleElement().satisfies(note -> assertThat(note.text())
                .endsWith("/" + message));
    }

    @Test
    void opening_again_makes_nothing_more() {
        RecordRef ref = room.opened(1);
        room.open(ref);
        Seen once = room.seen(ref);
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(room.open(ref, Calls.undisturbed(), true)).isEqualTo(new Opening.Agreed());
        assertThat(room.seen(ref)).isEqualTo(once);
    }

    @Test
    void a_record_that_changed_since_is_shown_as_it_is() {
        RecordRef ref = room.opened(1);
        room.open(ref);
        room.change(ref, RecordState.ON_HOLD);
        room.open(ref);
        assertThat(room.shown(room.conversation(ref).channel())).contains("On Hold");
    }

    @Test
    void what_should_have_none_gets_none() {
        RecordRef ref = room.opened(1);
        room.change(ref, RecordState.RESOLVED);
        assertThat(room.open(ref)).isEqualTo(new Opening.NotWanted("the record is Resolved"));
        assertThat(room.links.find(new LinkKey(ref, Platform.SLACK))).isEmpty();
    }

    @Test
    void a_record_that_servicenow_does_not_show_is_missing() {
        assertThat(room.open(Sample.REF)).isEqualTo(new Opening.RecordMissing());
    }

    @Test
    void a_conversation_whose_app_was_removed_is_not_opened_again_until_the_app_is_back() {
        RecordRef ref = room.opened(1);
        room.open(ref);
        Channel channel = room.conversation(ref).channel();
        room.chat.removeApp(channel);
        assertThat(room.links.transition(room.made(ref), LinkStatus.READY, LinkStatus.APP_REMOVED))
                .isTrue();
        assertThat(room.open(ref)).isEqualTo(new Opening.NotWanted("it is cut off, since the app was removed"));
        room.chat.inviteApp(channel);
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(room.link(ref).status()).isEqualTo(LinkStatus.READY);
        assertThat(room.seen(ref).channels()).isEqualTo(1);
    }

    @Test
    void while_a_worker_holds_the_lease_another_waits() {
        RecordRef ref = room.opened(1);
        Instant start = room.clock.instant();
        killedAt("Channels.create", ref);
        assertThat(room.open(ref)).isEqualTo(new Opening.Held(start.plus(NewClaim.LEASE)));
        room.clock.advance(NewClaim.LEASE);
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(room.seen(ref).channels()).isEqualTo(1);
    }

    @Test
    void whoever_resumes_a_claim_looks_before_it_creates() {
        RecordRef ref = room.opened(1);
        killedAt("Channels.create", ref);
        room.clock.advance(NewClaim.LEASE);
        Calls calls = Calls.undisturbed();
        room.open(ref, calls, true);
        assertThat(calls.names()).containsSubsequence("Channels.findOwn", "Channels.create");
        Calls first = Calls.undisturbed();
        room.open(room.opened(1), first, false);
        assertThat(first.names()).contains("Channels.create").doesNotContain("Channels.findOwn");
    }

    @Test
    void of_two_workers_at_once_one_opens_it() {
        RecordRef ref = room.opened(1);
        List<Opening> other = new ArrayList<>();
        Calls calls = Calls.interrupted("Channels.create", () -> other.add(room.open(ref)));
        assertThat(room.open(ref, calls, false)).isEqualTo(new Opening.Agreed());
        assertThat(other).singleElement().isInstanceOf(Opening.Held.class);
        assertThat(room.seen(ref).channels()).isEqualTo(1);
    }

    @Test
    void a_worker_whose_claim_was_resumed_by_another_lets_go() {
        RecordRef ref = room.opened(1);
        Calls slow = Calls.interrupted("Channels.create", () -> {
            room.clock.advance(NewClaim.LEASE);
            room.open(ref, Calls.undisturbed(), true);
        });
        assertThat(room.open(ref, slow, false)).isInstanceOf(Opening.Held.class);
        assertThat(room.seen(ref).channels()).isEqualTo(1);
        assertThat(room.seen(ref).cards()).hasSize(1);
        assertThat(room.seen(ref).notes()).hasSize(1);
    }

    @Test
    void where_the_platform_limited_us_the_place_is_decided_anew() {
        RecordRef ref = room.opened(1);
        Calls no = Calls.failing(
                "Channels.create", () -> Unavailable.limited("chat", "create", Optional.of(Duration.ofSeconds(40))));
        assertThatThrownBy(() -> room.open(ref, no, false)).isInstanceOf(Unavailable.class);
        assertThat(room.link(ref).status()).isEqualTo(LinkStatus.PLACEMENT_REFUSED);
        room.settings = SampleSettings.routed(List.of());
        assertThat(room.open(ref)).isEqualTo(new Opening.NotWanted("no route takes it"));
        room.settings = SampleSettings.slack();
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
    }

    @ParameterizedTest
    @EnumSource
    void ended_at_any_outside_call_and_run_again_there_is_one_channel_one_card_and_one_note(Ending ending) {
        assertEndedAtEachCall(1, ending);
    }

    @ParameterizedTest
    @EnumSource
    void so_it_is_with_a_thread(Ending ending) {
        assertEndedAtEachCall(3, ending);
    }

    private static void assertEndedAtEachCall(int priority, Ending ending) {
        Room undisturbed = new Room();
        RecordRef ref = undisturbed.opened(priority);
        Calls all = Calls.undisturbed();
        undisturbed.open(ref, all, false);
        assertThat(all.names()).hasSizeGreaterThan(8);
        for (int call = 1; call <= all.names().size(); call++) {
            Room room = new Room();
            assertThat(room.opened(priority)).isEqualTo(ref);
            assertThat(survives(room, ref, Calls.ending(call, ending)))
                    .as("%s at %s", ending, all.names().get(call - 1))
                    .isEqualTo(isHarmless(all.names().get(call - 1), ending));
            assertThat(eventually(room, ref)).isEqualTo(new Opening.Agreed());
            assertThat(room.seen(ref))
                    .as("%s at %s", ending, all.names().get(call - 1))
                    .isEqualTo(undisturbed.seen(ref));
        }
    }

    /** The quota is a courtesy: a failure to ask for it ends nothing. */
    private static boolean isHarmless(String call, Ending ending) {
        return call.equals("Teams.quota") && ending != Ending.KILLED_BEFORE && ending != Ending.KILLED_AFTER;
    }

    /** Deliveries come again until one finds the lease free. */
    private static Opening eventually(Room room, RecordRef ref) {
        Opening opening = room.open(ref, Calls.undisturbed(), true);
        if (opening instanceof Opening.Held) {
            room.clock.advance(NewClaim.LEASE);
            opening = room.open(ref, Calls.undisturbed(), true);
        }
        return opening;
    }

    private static boolean survives(Room room, RecordRef ref, Calls calls) {
        try {
            room.open(ref, calls, false);
            return true;
        } catch (Killed | Unavailable | OutcomeUnknown e) {
            return false;
        }
    }

    private void killedAt(String call, RecordRef ref) {
        Calls calls = new Calls(seen -> {
            if (seen.name().equals(call)) {
                throw new Killed();
            }
        });
        assertThat(survives(room, ref, calls)).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void each_outcome_is_logged_in_words(Opening outcome) {
        assertThat(outcome.inWords()).matches("[a-zS][a-zA-Z ,:0-9.-]+[a-zZ]");
    }

    static List<Opening> each_outcome_is_logged_in_words() {
        return List.of(
                new Opening.Agreed(),
                new Opening.NotWanted("it is archived"),
                new Opening.RecordMissing(),
                new Opening.Held(Instant.EPOCH),
                new Opening.Refused("every name is taken"));
    }
}
