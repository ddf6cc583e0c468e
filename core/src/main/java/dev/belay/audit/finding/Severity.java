package dev.belay.audit.finding;

/** How bad it is, the least first. Exit codes are for scripts, and are never changed. */
public enum Severity {
    /** Worth knowing. */
    NOTICE(10),
    /** Somebody should look at it in the next days. */
    WARNING(20),
    /** People are kept from working, or a binding is wrong. */
    ERROR(30);

    private final int exitCode;

    Severity(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
