package dev.belay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.Calls;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.platform.ChatStage.ShownCard;
import dev.belay.platform.InMemoryChat;
import dev.belay.record.Assignment;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Route;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A record may become private at any moment: whatever is written after that says nothing of it in public. */
final class PrivacyTest {
    private static final AssignmentGroup SECURITY =
            new AssignmentGroup("287ebd7da9fe198100f92cc8d1d2154e", "Security Incidents");
    private static final String SECRET = "CEO's mailbox is being read by J. Doe";

    private final Room room = new Room();

    PrivacyTest() {
        room.settings = SampleSettings.routed(List.of(route(Set.of(SECURITY.groupId()), true), route(Set.of(), false)));
    }

    @Test
    void a_card_in_public_says_no_more_than_the_number_once_its_record_is_private() {
        RecordRef ref = room.opened(3);
        room.open(ref);
        becomesPrivate(ref);
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(inPublic()).singleElement().satisfies(card -> {
            assertThat(card.words())
                    .contains(room.record(ref).number(), "moved to a private conversation")
                    .doesNotContain("Checkout down", "CEO", "J. Doe", SECURITY.name());
            assertThat(card.buttons()).isEmpty();
        });
    }

    @Test
    void what_became_private_before_anything_was_posted_is_never_posted_in_public() {
        RecordRef ref = room.opened(3);
        assertThatThrownBy(() -> room.open(ref, limited("Cards.post"), false)).isInstanceOf(Unavailable.class);
        becomesPrivate(ref);
        assertThat(room.open(ref, Calls.undisturbed(), true)).isInstanceOf(Opening.NotWanted.class);
        assertThat(inPublic()).isEmpty();
    }

    @Test
    void what_became_private_before_its_channel_was_made_gets_a_private_one() {
        RecordRef ref = room.opened(1);
        assertThatThrownBy(() -> room.open(ref, limited("Channels.create"), false))
                .isInstanceOf(Unavailable.class);
        becomesPrivate(ref);
        assertThat(room.open(ref, Calls.undisturbed(), true)).isEqualTo(new Opening.Agreed());
        assertThat(room.chat.isPrivate(room.conversation(ref).channel())).isTrue();
        assertThat(room.shown(room.conversation(ref).channel())).contains("CEO");
    }

    @Test
    void what_became_private_before_its_card_was_posted_is_posted_in_its_public_channel_by_its_number_only() {
        RecordRef ref = room.opened(1);
        assertThatThrownBy(() -> room.open(ref, limited("Cards.post"), false)).isInstanceOf(Unavailable.class);
        Channel made = ((Claimed) room.link(ref)).channel().orElseThrow();
        becomesPrivate(ref);
        assertThat(room.open(ref, Calls.undisturbed(), true)).isEqualTo(new Opening.Agreed());
        assertThat(room.chat.cards(made))
                .allSatisfy(card -> assertThat(card.words()).doesNotContain("CEO"));
        assertThat(room.chat.description(made)).doesNotContain("CEO");
    }

    @Test
    void a_conversation_whose_record_became_private_is_reduced_and_goes_on_in_a_private_channel() {
        RecordRef ref = room.opened(1);
        room.open(ref);
        Channel before = room.conversation(ref).channel();
        becomesPrivate(ref);
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        Channel after = room.conversation(ref).channel();
        assertThat(room.chat.isPrivate(before)).isFalse();
        assertThat(room.chat.isPrivate(after)).isTrue();
        assertThat(room.shown(after)).contains(SECRET);
        assertThat(room.shown(before))
                .contains("moved to a private conversation")
                .doesNotContain("CEO");
        assertThat(room.chat.description(before)).doesNotContain("CEO");
        assertThat(room.chat.members(after)).contains("U01ALICE");
        assertThat(room.open(ref)).isEqualTo(new Opening.Agreed());
        assertThat(room.conversation(ref).channel()).isEqualTo(after);
    }

    @Test
    void whoever_is_called_is_not_called_into_the_public_channel_of_what_is_private() {
        RecordRef ref = room.opened(1);
        assertThatThrownBy(() -> room.open(ref, limited("Channels.setUp"), false))
                .isInstanceOf(Unavailable.class);
        Channel before = room.conversation(ref).channel();
        becomesPrivate(ref);
        room.open(ref, Calls.undisturbed(), true);
        assertThat(room.chat.members(before)).doesNotContain("U01ALICE");
        assertThat(room.chat.members(room.conversation(ref).channel())).contains("U01ALICE");
    }

    private static Calls limited(String call) {
        return Calls.failing(call, () -> new Unavailable("chat", "rate limited", Optional.of(Duration.ofSeconds(30))));
    }

    private void becomesPrivate(RecordRef ref) {
        RecordSnapshot now = room.record(ref);
        room.records.put(now.described(SECRET)
                .with(new Assignment(Optional.empty(), Optional.of(SECURITY)))
                .counted(now.modCount() + 1));
    }

    private List<ShownCard> inPublic() {
        return room.chat.cards(room.chat.shared());
    }

    private static Route route(Set<String> groups, boolean isPrivate) {
        return SampleSettings.route(
                Platform.SLACK,
                InMemoryChat.WORKSPACE,
                groups,
                isPrivate ? Optional.empty() : Optional.of(InMemoryChat.SHARED),
                List.of("U01ALICE"),
                isPrivate);
    }
}
