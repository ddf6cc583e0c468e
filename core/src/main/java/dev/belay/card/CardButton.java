package dev.belay.card;

import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import java.util.Optional;

/**
 * A button and what it carries: {@code table}, {@code sys_id}, {@code action}, the card's generation, what the card shows, and for a
 * take-over whom it replaces. Never the person: that is taken from the signed request.
 *
 * @param shown a hash of what the card shows ({@link Card#shown})
 */
public record CardButton(
        CardAction action, RecordRef record, long generation, String shown, Optional<String> replaces) {
    public static CardButton of(CardAction action, RecordSnapshot record) {
        return new CardButton(action, record.ref(), record.modCount(), Card.shown(record), Optional.empty());
    }

    /** The same for a take-over from this user. */
    public CardButton replacing(String userId) {
        return new CardButton(action, record, generation, shown, Optional.of(userId));
    }
}
