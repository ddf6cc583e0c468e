package dev.belay.local.command;

/** The command was typed wrongly; the message says how. */
final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Usage(String message) {
        super(message);
    }
}
