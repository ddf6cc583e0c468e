package dev.belay.action;

import dev.belay.card.CardButton;
import java.util.Optional;

/**
 * An expected no: why, in one sentence for the person that ends in a way forward, and perhaps a button that is the way.
 */
public record Refusal(Reason reason, String sentence, Optional<CardButton> offer) {
    /** What a reason is about, and so what must be another for the person to hear something new. */
    public enum About {
        /** Who presses: it is the same on every record. Anybody can get such a refusal. */
        PERSON,
        /** When it was pressed: it is the same for all of the person's presses, but what they typed is in one of them. */
        MOMENT,
        /** How the record is: only whoever may press gets to hear it. */
        RECORD
    }

    /** The kinds of no. They are counted under these names. */
    public enum Reason {
        UNKNOWN_ACTION(About.PERSON),
        OTHER_APP(About.PERSON),
        OTHER_WORKSPACE(About.PERSON),
        NOT_A_MEMBER(About.PERSON),
        NOT_LINKED(About.PERSON),
        OTHER_MAIL_DOMAIN(About.PERSON),
        UNMAPPED(About.PERSON),
        AMBIGUOUS(About.PERSON),
        UNASKABLE(About.PERSON),
        ROLE_MISSING(About.PERSON),
        ROLE_UNPROVED(About.PERSON),
        STALE_CARD(About.RECORD),
        STATE_FORBIDS(About.RECORD),
        ASSIGNED_TO_ANOTHER(About.RECORD),
        ASSIGNEE_CHANGED(About.RECORD),
        NOT_ASKED(About.RECORD),
        INPUT_REFUSED(About.RECORD),
        ADDRESSEE_UNKNOWN(About.RECORD),
        PAGE_WAITS(About.RECORD),
        PAGE_REFUSED(About.RECORD),
        PAGE_UNKNOWN(About.RECORD),
        RECORD_MISSING(About.RECORD),
        RECORD_REFUSED(About.RECORD),
        PARTLY_TAKEN(About.RECORD),
        CHANGED_MEANWHILE(About.RECORD),
        UNKNOWN_OUTCOME(About.RECORD),
        PAUSED(About.MOMENT),
        CREDENTIAL_REFUSED(About.MOMENT),
        GIVEN_UP(About.MOMENT),
        EXPIRED(About.MOMENT);

        private final About about;

        Reason(About about) {
            this.about = about;
        }

        public About about() {
            return about;
        }
    }

    public static Refusal of(Reason reason, String sentence) {
        return new Refusal(reason, sentence, Optional.empty());
    }
}
