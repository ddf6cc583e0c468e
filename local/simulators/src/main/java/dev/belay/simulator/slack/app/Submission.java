package dev.belay.simulator.slack.app;

import java.util.Map;
import java.util.Optional;

/**
 * What came of a person's pressing a modal's submit button.
 *
 * @param delivery the request to the app and its answer; none where Slack's client did not let the modal go
 * @param open whether the person still sees a modal: the same, another in its place, on top of it or below it
 * @param errors what is said beneath its fields, by block
 * @param notice what is said at its top, empty where nothing is
 */
public record Submission(Optional<Delivery> delivery, boolean open, Map<String, String> errors, String notice) {
    public Submission {
        errors = Map.copyOf(errors);
    }
}
