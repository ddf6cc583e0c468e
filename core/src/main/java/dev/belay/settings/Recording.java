package dev.belay.settings;

import java.util.Optional;

/**
 * What of a conversation stands on its record, and what of the record is said in its conversation.
 *
 * @param messages which messages become work notes; where it is not decided, all in a record's own channel and the marked ones in a
 *     shared one
 * @param notice what a conversation says of it in one line, in place of the usual words
 * @param notes whether work notes are said in the conversation
 * @param comments whether what the customer reads and writes is said in the conversation
 */
public record Recording(Optional<Which> messages, Optional<String> notice, boolean notes, boolean comments) {
    /** As where a route says nothing of it. */
    public static final Recording USUAL = new Recording(Optional.empty(), Optional.empty(), true, false);

    private static final String BECOMES =
            " becomes work notes on this record. A deletion is noted; the note keeps the words.";

    /** Which messages. */
    public enum Which {
        ALL,
        /** Those that a person marked. */
        MARKED,
        NONE
    }

    /** @param dedicated whether the conversation has a channel of its own */
    public Which messages(boolean dedicated) {
        return messages.orElse(dedicated ? Which.ALL : Which.MARKED);
    }

    /**
     * What a conversation says of it in one line; nothing where no message is recorded there, nor in a shared channel where somebody has to
     * mark each.
     *
     * @param marking how a message is marked there, as words that follow "somebody"
     */
    public Optional<String> notice(boolean dedicated, String marking) {
        return switch (messages(dedicated)) {
            case ALL ->
                Optional.of(notice.orElse("What people write " + (dedicated ? "here" : "in this thread") + BECOMES));
            case MARKED ->
                dedicated ? Optional.of(notice.orElse("What somebody " + marking + BECOMES)) : Optional.empty();
            case NONE -> Optional.empty();
        };
    }
}
