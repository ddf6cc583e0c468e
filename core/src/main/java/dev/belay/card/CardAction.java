package dev.belay.card;

import java.util.Optional;

/** What a card's button does. An id that was ever sent is never changed: it lives on in old cards. */
public enum CardAction {
    ACKNOWLEDGE("ack", "Acknowledge", Weight.PRIMARY),
    TAKE_OVER("take-over", "Take over", Weight.DANGER);

    /** How a button stands out. */
    public enum Weight {
        PRIMARY,
        DEFAULT,
        DANGER
    }

    private final String id;
    private final String label;
    private final Weight weight;

    CardAction(String id, String label, Weight weight) {
        this.id = id;
        this.label = label;
        this.weight = weight;
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

    public static Optional<CardAction> of(String id) {
        for (CardAction action : values()) { // a stream would cost a cold ingress more than this
            if (action.id.equals(id)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
