package dev.belay.step;

import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Steps of which none holds up another: one that cannot be done, or whose end cannot be told, stays open. What decides when all are tried
 * again is what asks for the most care: a write that may have happened is looked for no earlier than it can be seen, and as long as
 * something may still succeed nothing is given up.
 */
public final class InTurn {
    private final List<ExternalFailure> open = new ArrayList<>();

    public void run(Runnable step) {
        try {
            step.run();
        } catch (ExternalFailure e) {
            open.add(e);
        }
    }

    /**
     * @throws ExternalFailure of the steps that stayed open, the one that decides; of several of a kind the first
     */
    public void end() {
        open.stream().min(Comparator.comparingInt(InTurn::rank)).ifPresent(failure -> {
            throw failure;
        });
    }

    private static int rank(ExternalFailure failure) {
        return switch (failure) {
            case OutcomeUnknown _ -> 0;
            case Unavailable _ -> 1;
            case CredentialsRefused _ -> 2;
            case Rejected _ -> 3;
        };
    }
}
