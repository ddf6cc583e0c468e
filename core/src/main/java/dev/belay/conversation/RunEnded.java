package dev.belay.conversation;

/** Ends one worker's run at a conversation early, with what came of it. It never leaves this room. */
final class RunEnded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Opening opening;

    RunEnded(Opening opening) {
        this.opening = opening;
    }

    Opening opening() {
        return opening;
    }
}
