package dev.belay.simulator.teams.app;

import java.util.Map;
import java.util.Optional;

/**
 * What came of a person's pressing a button of a dialog.
 *
 * @param delivery the invoke and its answer; none where Teams' client did not let it go
 * @param open whether the person still sees the dialog, with the same card or another
 * @param errors what is said beneath its inputs
 * @param said what is said to the person: the app's own sentence in place of the dialog, or that it did not work
 */
public record Submission(Optional<Delivery> delivery, boolean open, Map<String, String> errors, String said) {
    public Submission {
        errors = Map.copyOf(errors);
    }
}
