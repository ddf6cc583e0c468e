package dev.belay.simulator.teams.app;

import dev.belay.simulator.http.Outcome;
import dev.belay.simulator.teams.dialog.TaskAnswer;
import java.util.Optional;

/**
 * What became of a request that Teams sent to the app.
 *
 * @param status the HTTP status, 0 where there was no answer
 * @param reason why it failed; empty where it did not
 * @param invoke what the app answered, where it was asked for more than to take the activity
 * @param task what the app answered, where it was asked for a dialog or given what was filled in there
 */
public record Delivery(
        SignedRequest request,
        int status,
        String body,
        String reason,
        Optional<InvokeAnswer> invoke,
        Optional<TaskAnswer> task)
        implements Outcome {
    /** The sentence that the person sees at once, empty where there is none. */
    public String said() {
        return invoke.map(InvokeAnswer::sentence)
                .or(() -> task.filter(TaskAnswer.Said.class::isInstance)
                        .map(TaskAnswer.Said.class::cast)
                        .map(TaskAnswer.Said::text))
                .orElse("");
    }
}
