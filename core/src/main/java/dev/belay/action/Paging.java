package dev.belay.action;

import dev.belay.pager.Pager;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Participant;
import dev.belay.settings.PagerSettings;
import dev.belay.settings.PagerSettings.Target;
import java.util.List;
import java.util.Optional;

/**
 * A pager is to be asked.
 *
 * @param targets whom it is asked for; at least one
 * @param message what the person wrote; may be empty
 */
public record Paging(PagerSettings pager, List<Target> targets, String message) {
    public Paging {
        targets = List.copyOf(targets);
    }

    /** Without the message. */
    @Override
    public String toString() {
        return targets.size() + " targets of " + pager.name();
    }

    /**
     * What the pager answered.
     *
     * @param onCall whom it named
     */
    public record Answer(Pager.Outcome outcome, List<Participant> onCall) {
        public Answer {
            onCall = List.copyOf(onCall);
        }
    }

    /**
     * What it came to.
     *
     * @param happening what took effect, or may have; none where nothing did: then nothing is written
     * @param told what the person is told at once: always where nothing took effect
     */
    public record Came(Optional<Happening> happening, Optional<Refusal> told) {}

    /** Judges what came of it. */
    @FunctionalInterface
    public interface Afterwards {
        /** @param answer none where no pager was asked */
        Came came(Optional<Answer> answer);
    }
}
