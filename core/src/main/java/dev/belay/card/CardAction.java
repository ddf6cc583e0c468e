package dev.belay.card;

import java.util.Optional;

/** What a card's button does. An id that was ever sent is never changed: it lives on in old cards. */
public enum CardAction {
    ACKNOWLEDGE("ack", "Acknowledge", Weight.PRIMARY, Manner.AT_ONCE),
    ACCEPT("accept", "Accept as major", Weight.PRIMARY, Manner.AT_ONCE),
    REJECT("reject", "Reject …", Weight.DANGER, Manner.ASKS_FIRST),
    PAGE("page", "Call responders in …", Weight.DEFAULT, Manner.ASKS_FIRST),
    TAKE_OVER("take-over", "Take over", Weight.DEFAULT, Manner.AT_ONCE),
    HAND_OVER("hand-over", "Hand over to …", Weight.DEFAULT, Manner.ASKS_FIRST),
    POSTMORTEM("postmortem", "Postmortem …", Weight.DEFAULT, Manner.ASKS_FIRST);

    /** How a button stands out. */
    public enum Weight {
        PRIMARY,
        DEFAULT,
        DANGER
    }

    /** What a press begins. */
    public enum Manner {
        /** The action. */
        AT_ONCE,
        /** A dialog; the action begins when it is submitted. */
        ASKS_FIRST
    }

    private final String id;
    private final String label;
    private final Weight weight;
    private final Manner manner;

    CardAction(String id, String label, Weight weight, Manner manner) {
        this.id = id;
        this.label = label;
        this.weight = weight;
        this.manner = manner;
    }

    /** What a button carries, and the settings name, e.g. {@code ack}. */
    public String id() {
        return id;
    }

    /** What stands on the button. */
    public String label() {
        return label;
    }

    public Weight weight() {
        return weight;
    }

    /** Whether a press opens a dialog. */
    public boolean asksFirst() {
        return manner == Manner.ASKS_FIRST;
    }

    /** Not a stream: a cold function would pay for linking it. */
    public static Optional<CardAction> of(String id) {
        for (CardAction action : values()) {
            if (action.id.equals(id)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
