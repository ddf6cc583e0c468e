package dev.belay.local.secrets;

import java.io.UncheckedIOException;

/** Where a person types, or what is piped in their place. */
public interface Terminal {
    /** Whether a person is there to be asked. */
    boolean isInteractive();

    /** Asks without showing what is typed; empty where nothing is. */
    String askHidden(String prompt);

    /** Asks for what is no secret. */
    String ask(String prompt);

    /**
     * All that is piped in.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    String piped();
}
