package dev.belay.health;

/** Counts what happened, for metrics and alarms. */
public interface Counters {
    /**
     * @param name what, e.g. {@code PressRefused}
     * @param kind which of its kinds, e.g. {@code ROLE_MISSING}; never anything of a person
     */
    void count(String name, String kind);
}
