package dev.belay.local.command.usage;

/** The command was typed wrongly; the message says how. */
public final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Usage(String message) {
        super(message);
    }
}
