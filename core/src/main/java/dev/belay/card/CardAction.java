package dev.belay.card;

import java.util.Arrays;
import java.util.Optional;

/** What a card's button does. A word that was ever sent is never changed: it lives on in old cards. */
public enum CardAction {
    ACKNOWLEDGE("ack", "Acknowledge"),
    TAKE_OVER("take-over", "Take over");

    private final String word;
    private final String label;

    CardAction(String word, String label) {
        this.word = word;
        this.label = label;
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    public static Optional<CardAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }
}
