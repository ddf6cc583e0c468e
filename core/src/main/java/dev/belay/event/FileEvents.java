package dev.belay.event;

/** Where word of files goes, to the worker that brings them. */
public interface FileEvents {
    /** Sends it; sending it again is harmless. */
    void send(FileEvent event);
}
