package dev.belay.card;

import java.util.Optional;

/** What only the person who pressed sees: a sentence with a way forward, and perhaps a button that is that way. */
public record PrivateAnswer(String sentence, Optional<CardButton> offer) {
    public static PrivateAnswer of(String sentence) {
        return new PrivateAnswer(sentence, Optional.empty());
    }
}
