package dev.belay.conversation.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.conversation.Opening;
import dev.belay.conversation.Room;
import dev.belay.delivery.Deadline;
import dev.belay.failure.Calls;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.platform.InMemoryChat;
import dev.belay.record.Chronicle;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.settings.Route;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A conversation that stands is set up once, and its card is as new as the record. */
final class KeepConversationTest {
    private static final String[] ALL = {"description", "bookmark", "pin", "invitation"};
    private final Room room = new Room();

    @Test
    void a_channel_of_its_own_is_described_bookmarked_pinned_and_its_responders_are_invited() {
        Channel channel = kept(1, Calls.undisturbed());
        assertThat(room.chat.description(channel)).contains("P1 INC", "Checkout down", "Working on INC");
        assertThat(room.chat.bookmarks(channel)).singleElement().asString().contains("/incident/");
        assertThat(room.chat.members(channel)).contains("U01ALICE");
    }

    @Test
    void a_shared_channel_is_left_as_it_is() {
        Calls calls = Calls.undisturbed();
        kept(3, calls);
        assertThat(calls.names()).doesNotContain("Channels.setUp", "Teams.quota", "ConversationLinks.markSetUp");
    }

    @Test
    void what_is_set_up_is_not_set_up_again() {
        RecordRef ref = room.opened(1);
        room.open(ref);
        Calls calls = Calls.undisturbed();
        room.open(ref, calls, true);
        assertThat(calls.names()).doesNotContain("Channels.setUp", "Cards.update");
    }

    @Test
    void a_part_that_cannot_be_had_keeps_no_other_from_being_had() {
        Channel channel = kept(1, Calls.failing("Channels.setUp", () -> new Rejected("chat", "not allowed")));
        assertThat(room.counted)
                .containsExactly(
                        "ChannelSetupFailed description",
                        "ChannelSetupFailed bookmark",
                        "ChannelSetupFailed pin",
                        "ChannelSetupFailed invitation");
        assertThat(room.chat.cards(channel)).hasSize(1);
    }

    @Test
    void refused_credentials_are_no_part_that_cannot_be_had() {
        RecordRef ref = room.opened(1);
        Calls refused = Calls.failing("Channels.setUp", () -> new CredentialsRefused("chat", "token revoked"));
        assertThatThrownBy(() -> room.open(ref, refused, false)).isInstanceOf(CredentialsRefused.class);
        assertThat(room.conversation(ref).setUp()).isEmpty();
        room.open(ref);
        assertThat(room.conversation(ref).setUp()).containsOnlyKeys(ALL);
    }

    @Test
    void a_part_that_cannot_be_had_now_is_retried_until_it_is_had() {
        RecordRef ref = room.opened(1);
        for (int i = 0; i < 5; i++) {
            Calls down = down(Optional.empty());
            assertThatThrownBy(() -> room.open(ref, down, true)).isInstanceOf(Unavailable.class);
            assertThat(down.names()).filteredOn("Channels.setUp"::equals).hasSize(4);
            room.clock.advance(Duration.ofMinutes(10));
        }
        assertThat(room.counted).isEmpty();
        room.open(ref);
        assertThat(room.conversation(ref).setUp()).containsOnlyKeys(ALL);
    }

    @Test
    void after_an_hour_each_part_is_given_up_and_the_operators_are_told_which_why_and_what_to_do() {
        room.settings = SampleSettings.operatedFrom(Optional.of(room.chat.shared()));
        RecordRef ref = room.opened(1);
        assertThatThrownBy(() -> room.open(ref, down(Optional.empty()), false)).isInstanceOf(Unavailable.class);
        room.clock.advance(Duration.ofHours(1));
        room.open(ref, down(Optional.empty()), true);
        assertThat(room.counted).hasSize(4).contains("ChannelSetupFailed pin");
        assertThat(room.conversation(ref).setUp()).containsOnlyKeys(ALL);
        String channel = "Channel " + room.conversation(ref).channel().name() + " ("
                + room.conversation(ref).channel().id() + ") of "
                + room.record(ref).number() + " in Slack ";
        String cause = ", and mend the cause for the next channel.";
        assertThat(room.chat.sentences(room.chat.shared()))
                .containsExactly(
                        channel + "lacks its topic or its purpose: down. Write it by hand" + cause,
                        channel + "has no link to its record at its top: down. Add it by hand" + cause,
                        channel + "does not have its card pinned: down. Pin it by hand" + cause,
                        channel + "lacks responders, who could not be invited: down. Invite them by hand" + cause);
    }

    @Test
    void a_postmortem_stands_at_the_head_of_the_channel_and_a_later_one_takes_its_place() {
        RecordRef ref = room.opened(1);
        room.open(ref);
        Channel channel = room.conversation(ref).channel();
        room.clock.advance(Duration.ofDays(30));
        attached(ref, "first");
        assertThatThrownBy(() -> room.open(ref, down(Optional.empty()), false)).isInstanceOf(Unavailable.class);
        room.open(ref);
        attached(ref, "first", "second");
        room.open(ref);
        room.open(ref);
        assertThat(room.chat.bookmarks(channel))
                .containsExactly(room.records.link(ref), "https://wiki.acme.example/second");
        assertThat(room.counted).isEmpty();
    }

    private void attached(RecordRef ref, String... pages) {
        List<Happening> happenings = Arrays.stream(pages)
                .map(page -> new Happening(
                        page,
                        Kind.POSTMORTEM_ATTACHED,
                        room.clock.instant(),
                        "Jane Doe",
                        "",
                        "https://wiki.acme.example/" + page,
                        List.of()))
                .toList();
        room.records.put(room.record(ref).with(new Chronicle(happenings)));
    }

    @Test
    void what_is_told_of_a_private_channel_does_not_hold_its_name() {
        room.settings = SampleSettings.routed(
                List.of(route(Optional.empty(), List.of("U01ALICE"), true)), Optional.of(room.chat.shared()));
        RecordRef ref = room.opened(1);
        room.open(ref, Calls.failing("Channels.setUp", () -> new Rejected("chat", "not allowed")), false);
        assertThat(room.chat.sentences(room.chat.shared())).hasSize(4).noneSatisfy(sentence -> assertThat(sentence)
                .contains("checkout"));
    }

    @Test
    void a_channel_that_nobody_is_invited_into_is_told_of_in_the_shared_channel_once() {
        room.settings = SampleSettings.routed(
                List.of(route(Optional.of(InMemoryChat.SHARED), List.of(), false)), Optional.empty());
        RecordRef ref = room.opened(1);
        room.open(ref);
        room.open(ref, Calls.undisturbed(), true);
        room.change(ref, RecordState.ON_HOLD);
        room.open(ref);
        assertThat(room.chat.sentences(room.chat.shared()))
                .containsExactly("P1 " + room.record(ref).number()
                        + ": Checkout down has a channel, and nobody was invited into it. Join it there: "
                        + room.chat.link(room.conversation(ref).channel(), Optional.empty()));
    }

    @Test
    void a_shared_channel_that_does_not_answer_is_told_later_and_one_that_refuses_is_told_of_to_the_operators() {
        RecordRef ref = room.opened(1);
        room.settings =
                SampleSettings.routed(List.of(route(Optional.of("C0GONE"), List.of(), false)), Optional.empty());
        assertThatThrownBy(() -> room.open(
                        ref,
                        Calls.failing("Messages.announce", () -> new Unavailable("chat", "down", Optional.empty())),
                        false))
                .isInstanceOf(Unavailable.class);
        assertThat(room.conversation(ref).setUp()).doesNotContainKey("asked_for_responders");
        room.settings = SampleSettings.routed(
                List.of(route(Optional.of("C0GONE"), List.of(), false)), Optional.of(room.chat.shared()));
        room.open(ref, Calls.undisturbed(), true);
        assertThat(room.counted).containsExactly("ChannelSetupFailed asked_for_responders");
        assertThat(room.chat.sentences(room.chat.shared()))
                .singleElement()
                .asString()
                .startsWith(room.record(ref).number() + " has a channel in Slack, https://")
                .contains("nobody was invited into it", "name responders in its route")
                .endsWith(" The shared channel could not be told: no such channel.");
    }

    @Test
    void of_a_private_channel_that_nobody_is_invited_into_the_operators_alone_hear_and_its_number_only() {
        room.settings = SampleSettings.routed(
                List.of(route(Optional.of(InMemoryChat.SHARED), List.of(), true)), Optional.empty());
        room.open(room.opened(1));
        assertThat(room.chat.sentences(room.chat.shared())).isEmpty();
        room.settings = SampleSettings.routed(
                List.of(route(Optional.of(InMemoryChat.SHARED), List.of(), true)), Optional.of(room.chat.shared()));
        RecordRef ref = room.opened(1);
        room.open(ref);
        assertThat(room.chat.sentences(room.chat.shared()))
                .singleElement()
                .asString()
                .startsWith(room.record(ref).number() + " has a channel")
                .doesNotContain("Checkout");
    }

    @Test
    void a_record_that_is_over_asks_for_nobody() {
        RecordRef ref = room.opened(1);
        room.settings =
                SampleSettings.routed(List.of(route(Optional.of("C0GONE"), List.of(), false)), Optional.empty());
        assertThatThrownBy(() -> room.open(
                        ref,
                        Calls.failing("Messages.announce", () -> new Unavailable("chat", "down", Optional.empty())),
                        false))
                .isInstanceOf(Unavailable.class);
        room.change(ref, RecordState.CLOSED);
        Calls calls = Calls.undisturbed();
        room.open(ref, calls, true);
        assertThat(calls.names()).doesNotContain("Messages.announce");
    }

    private static Route route(Optional<String> shared, List<String> responders, boolean isPrivate) {
        return SampleSettings.route(Platform.SLACK, InMemoryChat.WORKSPACE, Set.of(), shared, responders, isPrivate);
    }

    @Test
    void a_part_that_was_not_begun_for_lack_of_time_is_retried_after_an_hour_too() {
        RecordRef ref = room.opened(1);
        assertThatThrownBy(() -> room.open(ref, down(Optional.empty()), false)).isInstanceOf(Unavailable.class);
        room.clock.advance(Duration.ofHours(1));
        Calls late = Calls.failing("Channels.setUp", () -> Unavailable.notBegun("chat", Deadline.COMES_BACK));
        assertThatThrownBy(() -> room.open(ref, late, true)).isInstanceOf(Unavailable.class);
        assertThat(room.counted).isEmpty();
        room.open(ref);
        assertThat(room.conversation(ref).setUp()).containsOnlyKeys(ALL);
    }

    @Test
    void operators_who_cannot_be_told_now_are_told_later_and_once() {
        room.settings = SampleSettings.operatedFrom(Optional.of(room.chat.shared()));
        RecordRef ref = room.opened(1);
        assertThatThrownBy(() -> room.open(ref, silenced(), false)).isInstanceOf(Unavailable.class);
        assertThat(room.conversation(ref).setUp()).isEmpty();
        assertThat(room.counted).isEmpty();
        for (int i = 0; i < 2; i++) {
            room.open(ref, Calls.failing("Channels.setUp", () -> new Rejected("chat", "not allowed")), true);
        }
        assertThat(room.conversation(ref).setUp()).containsOnlyKeys(ALL);
        assertThat(room.counted).doesNotHaveDuplicates().contains("ChannelSetupFailed invitation");
        assertThat(room.chat.sentences(room.chat.shared())).hasSize(ALL.length).doesNotHaveDuplicates();
    }

    @Test
    void operators_who_cannot_be_told_for_two_hours_hold_up_no_hint() {
        room.settings = SampleSettings.operatedFrom(Optional.of(room.chat.shared()));
        RecordRef ref = room.opened(1);
        assertThatThrownBy(() -> room.open(ref, silenced(), false)).isInstanceOf(Unavailable.class);
        room.clock.advance(Duration.ofHours(2));
        room.open(ref, silenced(), true);
        assertThat(room.conversation(ref).setUp()).containsOnlyKeys(ALL);
        assertThat(room.counted).contains("WarningFailed slack", "ChannelSetupFailed invitation");
    }

    /** Nothing is let to be set up, and nobody can be told of it now. */
    private static Calls silenced() {
        return new Calls(call -> {
            if (call.name().equals("Channels.setUp") && !call.done()) {
                throw new Rejected("chat", "not allowed");
            }
            if (call.name().equals("Messages.announce") && !call.done()) {
                throw new Unavailable("chat", "down", Optional.empty());
            }
        });
    }

    @Test
    void the_topic_follows_the_record() {
        RecordRef ref = room.opened(1);
        room.open(ref);
        Channel channel = room.conversation(ref).channel();
        RecordSnapshot now = room.record(ref);
        room.records.put(
                now.described("Checkout and search down").prioritized(2).counted(now.modCount() + 1));
        Calls calls = Calls.undisturbed();
        room.open(ref, calls, false);
        assertThat(calls.names()).filteredOn("Channels.setUp"::equals).hasSize(1);
        assertThat(room.chat.description(channel)).contains("P2", "Checkout and search down");
    }

    @Test
    void a_rate_limit_is_waited_for_until_it_is_over() {
        RecordRef ref = room.opened(1);
        for (int i = 0; i < 3; i++) {
            boolean again = i > 0;
            assertThatThrownBy(() -> room.open(ref, down(Optional.of(Duration.ofSeconds(30))), again))
                    .isInstanceOfSatisfying(
                            Unavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(30)));
        }
        assertThat(room.counted).isEmpty();
        room.open(ref, Calls.undisturbed(), true);
        assertThat(room.conversation(ref).setUp()).containsOnlyKeys(ALL);
    }

    @Test
    void a_card_that_shows_the_record_is_not_drawn() {
        RecordRef ref = room.opened(1);
        room.open(ref);
        Calls calls = Calls.undisturbed();
        room.open(ref, calls, false);
        assertThat(calls.names()).doesNotContain("Cards.update");
    }

    @Test
    void after_a_killed_run_a_card_that_was_drawn_anew_is_drawn_once_more() {
        RecordRef ref = room.opened(1);
        room.open(ref);
        room.change(ref, RecordState.ON_HOLD);
        room.open(ref);
        Calls first = Calls.undisturbed();
        room.open(ref, first, false);
        assertThat(first.names()).doesNotContain("Cards.update");
        Calls again = Calls.undisturbed();
        room.open(ref, again, true);
        assertThat(again.names()).contains("Cards.update");
    }

    private Channel kept(int priority, Calls calls) {
        RecordRef ref = room.opened(priority);
        assertThat(room.open(ref, calls, false)).isEqualTo(new Opening.Agreed());
        return room.conversation(ref).channel();
    }

    private static Calls down(Optional<Duration> retryAfter) {
        return Calls.failing("Channels.setUp", () -> new Unavailable("chat", "down", retryAfter));
    }
}
