package dev.belay.card;

import dev.belay.record.RecordRef;
import java.util.Optional;

/**
 * A button and what it carries: {@code table}, {@code sys_id}, {@code action}, the card's generation, and for a take-over whom it
 * replaces. Never the person: that is taken from the signed request.
 */
public record CardButton(CardAction action, RecordRef record, long generation, Optional<String> replaces) {
    public static CardButton of(CardAction action, RecordRef record, long generation) {
        return new CardButton(action, record, generation, Optional.empty());
    }
}
