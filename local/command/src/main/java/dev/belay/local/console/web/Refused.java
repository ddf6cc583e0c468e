package dev.belay.local.console.web;

import java.io.Serial;

/** A request that is not served, with the HTTP status and a sentence that says why. */
public final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    public Refused(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** What was asked makes no sense: 400. */
    public static Refused wrong(String sentence) {
        return new Refused(400, sentence);
    }

    /** There is no such thing: 404. */
    public static Refused missing(String sentence) {
        return new Refused(404, sentence);
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
