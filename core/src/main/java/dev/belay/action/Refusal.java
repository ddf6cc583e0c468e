package dev.belay.action;

import dev.belay.card.CardButton;
import java.util.Optional;

/**
 * An expected no: why, in one sentence for the person that ends in a way forward, and perhaps a button that is the way.
 */
public record Refusal(Reason reason, String sentence, Optional<CardButton> offer) {
    /** The kinds of no. They are counted under these names. */
    public enum Reason {
        UNKNOWN_ACTION,
        OTHER_APP,
        OTHER_WORKSPACE,
        NOT_A_MEMBER,
        NOT_LINKED,
        OTHER_MAIL_DOMAIN,
        UNMAPPED,
        AMBIGUOUS,
        UNASKABLE,
        ROLE_MISSING,
        ROLE_UNPROVED,
        STALE_CARD,
        STATE_FORBIDS,
        ASSIGNED_TO_ANOTHER,
        ASSIGNEE_CHANGED,
        RECORD_MISSING,
        RECORD_REFUSED,
        PARTLY_TAKEN,
        CHANGED_MEANWHILE,
        UNKNOWN_OUTCOME,
        PAUSED,
        GIVEN_UP,
        EXPIRED
    }

    public static Refusal of(Reason reason, String sentence) {
        return new Refusal(reason, sentence, Optional.empty());
    }
}
