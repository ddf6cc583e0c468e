package dev.belay.conversation.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.chat.Platform;
import dev.belay.conversation.Opening;
import dev.belay.conversation.Room;
import dev.belay.delivery.Delivery;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Killed;
import dev.belay.platform.InMemoryChat;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.settings.SampleSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A card is drawn when something else is seen on it, and not more than once a second. */
final class KeepCardTest {
    private static final String UPDATE = "Cards.update";
    private final Room room = new Room();
    private final RecordRef ref = room.opened(3);
    private final Instant sent = room.clock.instant();

    KeepCardTest() {
        room.settings = SampleSettings.silent();
        room.open(ref);
    }

    @Test
    void a_change_that_shows_nowhere_draws_nothing() {
        RecordSnapshot now = room.record(ref);
        room.records.put(now.counted(now.modCount() + 1));
        room.change(ref, RecordState.ON_HOLD);
        assertThat(updates(delivered("m1", false))).isOne();
        RecordSnapshot held = room.record(ref);
        room.records.put(held.counted(held.modCount() + 1));
        assertThat(updates(delivered("m2", false))).isZero();
    }

    @Test
    void changes_within_a_second_wait_and_are_one_card() {
        room.change(ref, RecordState.ON_HOLD);
        assertThat(updates(delivered("m1", false))).isOne();
        room.change(ref, RecordState.IN_PROGRESS);
        Calls early = Calls.undisturbed();
        assertThat(delivered("m2", early, false)).isEqualTo(new Opening.Later(sent.plusSeconds(1)));
        room.change(ref, RecordState.NEW);
        room.clock.advance(Duration.ofSeconds(1));
        assertThat(updates(early)).isZero();
        assertThat(updates(delivered("m2", true))).isOne();
        assertThat(room.shown(room.chat.shared())).contains("New");
        assertThat(updates(delivered("m3", false))).isZero();
    }

    @Test
    void a_delivery_that_waited_draws_nothing_that_is_there_by_then() {
        room.change(ref, RecordState.ON_HOLD);
        delivered("m1", false);
        room.change(ref, RecordState.IN_PROGRESS);
        delivered("m2", false);
        room.change(ref, RecordState.ON_HOLD);
        room.clock.advance(Duration.ofSeconds(1));
        assertThat(updates(delivered("m2", true)))
                .as("the card looks the same again")
                .isZero();
        assertThat(updates(delivered("m9", true)))
                .as("of another delivery it is not known how it ended")
                .isOne();
    }

    @Test
    void a_delivery_that_waited_and_was_killed_over_a_card_draws_it_once_more() {
        room.change(ref, RecordState.ON_HOLD);
        delivered("m1", false);
        room.change(ref, RecordState.IN_PROGRESS);
        delivered("m2", false);
        room.clock.advance(Duration.ofSeconds(1));
        Calls killed = new Calls(call -> {
            if (call.name().equals("ConversationLinks.confirmCard") && call.done()) {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> delivered("m2", killed, true)).isInstanceOf(Killed.class);
        room.clock.advance(Duration.ofMinutes(6));
        assertThat(updates(delivered("m2", true))).isOne();
    }

    @Test
    void a_card_that_was_announced_and_not_confirmed_is_drawn_though_it_looks_the_same_as_the_one_before() {
        room.change(ref, RecordState.ON_HOLD);
        delivered("m1", false);
        RecordSnapshot shown = room.record(ref);
        room.change(ref, RecordState.IN_PROGRESS);
        room.clock.advance(Duration.ofSeconds(2));
        Calls killed = new Calls(call -> {
            if (call.name().equals("ConversationLinks.confirmCard")) {
                throw new Killed();
            }
        });
        assertThatThrownBy(() -> delivered("m2", killed, false)).isInstanceOf(Killed.class);
        room.records.put(shown.counted(shown.modCount() + 2));
        room.clock.advance(Duration.ofSeconds(2));
        assertThat(updates(delivered("m3", false))).isOne();
        assertThat(room.shown(room.chat.shared())).contains("On Hold");
    }

    @Test
    void what_became_private_is_hidden_at_once() {
        room.change(ref, RecordState.ON_HOLD);
        delivered("m1", false);
        room.settings = SampleSettings.routed(List.of(SampleSettings.route(
                Platform.SLACK, InMemoryChat.WORKSPACE, Set.of(), Optional.empty(), List.of(), true)));
        room.change(ref, RecordState.IN_PROGRESS);
        assertThat(updates(delivered("m2", false))).isOne();
        assertThat(room.shown(room.chat.shared())).contains("moved to a private conversation");
    }

    private Calls delivered(String message, boolean again) {
        Calls calls = Calls.undisturbed();
        delivered(message, calls, again);
        return calls;
    }

    private Opening delivered(String message, Calls calls, boolean again) {
        return Delivery.of(message, sent, () -> Duration.ofMinutes(1)).run(() -> room.open(ref, calls, again));
    }

    private static long updates(Calls calls) {
        return calls.names().stream().filter(UPDATE::equals).count();
    }
}
