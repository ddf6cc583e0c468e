package dev.belay.press;

import dev.belay.action.Action;
import dev.belay.action.Refusal;
import dev.belay.action.Request;
import java.time.Duration;

/** What the gates say to a press. */
sealed interface Authorization {
    /** This action, by this platform user, in this conversation. */
    record Granted(Action action, Request request) implements Authorization {}

    /** No. */
    record Denied(Refusal refusal) implements Authorization {}

    /** The press came before its conversation was finished: ask again after this time. */
    record NotYet(Duration retryAfter) implements Authorization {}
}
