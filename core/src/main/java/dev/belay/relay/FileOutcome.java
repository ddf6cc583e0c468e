package dev.belay.relay;

import java.time.Duration;
import java.util.Optional;

/** What came of word that there are files. */
public sealed interface FileOutcome {
    /** For the log. */
    default String inWords() {
        return switch (this) {
            case Brought(int files) -> files + " brought or told of";
            case NotOurs(String why) -> "nothing is done: " + why;
            case Later(String why, Optional<Duration> _) -> "comes back: " + why;
        };
    }

    /** All are brought over, or told of with a link; some perhaps by an earlier run. */
    record Brought(int files) implements FileOutcome {}

    /** They are not to be brought. */
    record NotOurs(String why) implements FileOutcome {}

    /**
     * Not now.
     *
     * @param atLeast when to come back, where that is known
     */
    record Later(String why, Optional<Duration> atLeast) implements FileOutcome {}
}
