package dev.belay.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.event.RecordHint;
import dev.belay.failure.Calls;
import dev.belay.failure.Unavailable;
import dev.belay.record.RecordRef;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long records wait for their conversations, and who waits too long. */
final class WatchWaitTest {
    private final Room room = new Room();
    private final Unavailable down = new Unavailable("slack", "down", Optional.empty());
    private final Unavailable limited = Unavailable.untilPlace("slack", "rate limited", Duration.ofMinutes(1));

    @Test
    void what_was_made_is_measured_once_from_when_the_record_was_opened() {
        RecordRef ref = room.opened(1);
        room.clock.advance(Duration.ofSeconds(3));
        room.open(ref);
        room.open(ref);
        assertThat(room.measured).containsExactly("TimeToConversation slack 3");
        assertThat(room.counted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void who_has_none_after_two_minutes_is_counted_once(int priority) {
        RecordRef ref = room.opened(priority);
        fails(ref, down);
        assertThat(room.counted).isEmpty();
        room.clock.advance(WatchWait.LATE);
        fails(ref, down);
        fails(ref, down);
        assertThat(room.counted).containsExactly("ConversationLate slack");
    }

    @Test
    void what_waits_for_the_platforms_rate_limit_is_counted_apart() {
        RecordRef ref = room.opened(1);
        room.clock.advance(WatchWait.LATE);
        fails(ref, limited);
        fails(ref, limited);
        fails(ref, down);
        assertThat(room.counted).containsExactly("ConversationRateLimited slack", "ConversationLate slack");
    }

    @Test
    void a_lesser_record_may_wait() {
        RecordRef ref = room.opened(3);
        room.clock.advance(WatchWait.LATE);
        fails(ref, down);
        assertThat(room.counted).isEmpty();
    }

    @Test
    void what_was_opened_long_ago_waits_since_it_changed() {
        RecordRef ref = room.opened(1);
        room.clock.advance(Duration.ofDays(2));
        room.happened = RecordHint.Type.UPDATED;
        room.occurred = room.clock.instant();
        fails(ref, down);
        room.clock.advance(Duration.ofSeconds(40));
        room.open(ref, Calls.undisturbed(), true);
        assertThat(room.counted).isEmpty();
        assertThat(room.measured).containsExactly("TimeToConversation slack 40");
    }

    private void fails(RecordRef ref, Unavailable how) {
        assertThatThrownBy(() -> room.open(ref, Calls.failing("Cards.post", () -> how), true))
                .isSameAs(how);
    }
}
