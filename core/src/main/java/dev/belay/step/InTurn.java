package dev.belay.step;

import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Unavailable;
import java.util.ArrayList;
import java.util.List;

/** Steps of which none holds up another: one that cannot be done now, or whose end cannot be told, stays open. */
public final class InTurn {
    private final List<ExternalFailure> later = new ArrayList<>();

    public void run(Runnable step) {
        try {
            step.run();
        } catch (Unavailable | CredentialsRefused e) {
            later.add(e);
        }
    }

    /**
     * @throws ExternalFailure what the first step that stayed open threw
     */
    public void end() {
        if (!later.isEmpty()) {
            throw later.getFirst();
        }
    }
}
