package dev.belay.health;

/** Counts what happened, for metrics and alarms. */
public interface Counters {
    /**
     * @param kind which of its kinds, e.g. {@code ROLE_MISSING}; never anything of a person
     */
    void count(Metric metric, String kind);
}
