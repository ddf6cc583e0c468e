package dev.belay.message;

import java.util.Optional;
import java.util.function.Function;

/** A part of what stands in a message, without the platform's own syntax. */
public sealed interface TextPart {
    /** Words as they were written, line breaks included. */
    record Words(String words) implements TextPart {}

    /**
     * Somebody who is mentioned.
     *
     * @param user their id on the platform
     * @param name where the platform says it with the message
     */
    record Mention(String user, Optional<String> name) implements TextPart {}

    /**
     * A link.
     *
     * @param label what stands in its place; empty where that is the address
     */
    record Link(String address, String label) implements TextPart {}

    /**
     * All of it in words.
     *
     * @param names says what a mentioned person is called
     */
    default String said(Function<Mention, String> names) {
        return switch (this) {
            case Words(String words) -> words;
            case Mention mention -> "@" + names.apply(mention);
            case Link(String address, String label) ->
                label.isBlank() || label.equals(address) ? address : label + " (" + address + ")";
        };
    }
}
