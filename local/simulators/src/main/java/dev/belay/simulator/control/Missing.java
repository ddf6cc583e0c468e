package dev.belay.simulator.control;

import java.io.Serial;

/** What is asked for is not there, or not for whoever asks: 404, where other mistakes are 400. */
public final class Missing extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public Missing(String sentence) {
        super(sentence);
    }
}
