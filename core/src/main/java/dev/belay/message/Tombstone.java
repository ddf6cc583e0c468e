package dev.belay.message;

/**
 * That a message was deleted, whether any words of it were noted or not; or that its deletion was undone.
 *
 * @param message its id in its channel
 * @param version of that, as of a {@link ChatMessage}; empty of a deletion that cannot be undone
 * @param lifted whether the deletion was undone
 */
public record Tombstone(String message, String version, boolean lifted) {
    /** Whether this came later than another about the same message. */
    public boolean isLaterThan(Tombstone other) {
        return !other.isFinal() && (isFinal() || version.compareTo(other.version) > 0);
    }

    /** Whether nothing can come later. */
    public boolean isFinal() {
        return version.isEmpty() && !lifted;
    }
}
