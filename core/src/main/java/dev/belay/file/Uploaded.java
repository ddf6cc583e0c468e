package dev.belay.file;

/** What became of a file that was handed to the other side. */
public sealed interface Uploaded {
    /**
     * It is there.
     *
     * @param id what it is found by there, in the form of its adapter
     */
    record Stored(String id) implements Uploaded {}

    /** It is not taken, and will not be. */
    record Refused(FileRefusal why) implements Uploaded {}
}
