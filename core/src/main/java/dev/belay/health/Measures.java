package dev.belay.health;

import java.time.Duration;

/** Measures how long something took, for metrics with percentiles. */
public interface Measures {
    /**
     * @param kind which of its kinds, e.g. a platform's id; never anything of a person
     */
    void measure(Metric metric, String kind, Duration took);
}
