package dev.belay.simulator.slack.call;

import java.util.List;
import java.util.Optional;

/** Slack's "no" to a call: {@code ok: false} with an error and perhaps more to read. */
public final class Refusal extends RuntimeException {
    private final String error;
    private final List<String> messages;
    private final Optional<String> needed;

    private Refusal(String error, List<String> messages, Optional<String> needed) {
        super(error);
        this.error = error;
        this.messages = List.copyOf(messages);
        this.needed = needed;
    }

    public static Refusal of(String error) {
        return new Refusal(error, List.of(), Optional.empty());
    }

    /** A refusal whose {@code response_metadata.messages} say more. */
    public static Refusal of(String error, List<String> messages) {
        return new Refusal(error, messages, Optional.empty());
    }

    public static Refusal missing(String argument) {
        return of("invalid_arguments", List.of("[ERROR] missing required field: " + argument));
    }

    public static Refusal missingScope(String needed) {
        return new Refusal("missing_scope", List.of(), Optional.of(needed));
    }

    public String error() {
        return error;
    }

    public List<String> messages() {
        return messages;
    }

    public Optional<String> needed() {
        return needed;
    }
}
