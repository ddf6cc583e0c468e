package dev.belay.record;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The short random mark at the end of each work note that Belay writes. It is stored before the write, so that after an unknown
 * outcome the note can be looked for; together with its author it identifies the note, since the Table API returns no journal id.
 */
public record NoteReference(String value) {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;

    public NoteReference {
        if (!value.startsWith("bly-") || value.length() != LENGTH + 4) {
            throw new IllegalArgumentException("a note's reference has the form bly-xxxxxxxxxxxx");
        }
        for (int i = 4; i < value.length(); i++) {
            if (ALPHABET.indexOf(value.charAt(i)) < 0) {
                throw new IllegalArgumentException("a note's reference has the form bly-xxxxxxxxxxxx");
            }
        }
    }

    /** The reference that a note ends with, where it ends with one. */
    public static Optional<NoteReference> endOf(String note) {
        String text = note.stripTrailing();
        int from = text.lastIndexOf("[bly-");
        if (from < 0 || !text.endsWith("]")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new NoteReference(text.substring(from + 1, text.length() - 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static NoteReference random(RandomGenerator random) {
        StringBuilder value = new StringBuilder("bly-");
        for (int i = 0; i < LENGTH; i++) {
            value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new NoteReference(value.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
