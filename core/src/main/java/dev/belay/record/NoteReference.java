package dev.belay.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The short random mark at the end of each work note that Belay writes. It is stored before the write, so that after an unknown
 * outcome the note can be looked for; together with its author it identifies the note, since the Table API returns no journal id.
 */
public record NoteReference(String value) {
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;
    private static final String PREFIX = "bly-";

    public NoteReference {
        if (!value.startsWith(PREFIX) || value.length() != LENGTH + 4) {
            throw new IllegalArgumentException("a note's reference has the form bly-xxxxxxxxxxxx");
        }
        for (int i = 4; i < value.length(); i++) {
            if (ALPHABET.indexOf(value.charAt(i)) < 0) {
                throw new IllegalArgumentException("a note's reference has the form bly-xxxxxxxxxxxx");
            }
        }
    }

    /** One that follows from a text: the same for the same text. */
    public static NoteReference of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder value = new StringBuilder(PREFIX);
            for (int i = 0; i < LENGTH; i++) {
                value.append(ALPHABET.charAt(digest[i] & (ALPHABET.length() - 1)));
            }
            return new NoteReference(value.toString());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
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
        StringBuilder value = new StringBuilder(PREFIX);
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
