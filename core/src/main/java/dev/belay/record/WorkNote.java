package dev.belay.record;

/** A work note that Belay writes: its text, and the reference that it ends with. Never a comment, which the customer sees. */
public record WorkNote(String text, NoteReference reference) {
    /** What is written into the journal. */
    public String body() {
        return text + "\n[" + reference.value() + "]";
    }
}
