package dev.belay.credential;

import java.util.Arrays;

/** How a credential stands. */
public enum Health {
    /** Its system took it the last time. */
    HEALTHY("healthy"),
    /** Its system takes it, and its end is near. */
    EXPIRING("expiring"),
    /** Its system refuses it, or it lacks a right without which nothing works. Only a success makes it healthy again. */
    UNHEALTHY("unhealthy"),
    /** The check itself could not run. */
    UNKNOWN("unknown");

    private final String id;

    Health(String id) {
        this.id = id;
    }

    /** The stored word. */
    public String id() {
        return id;
    }

    /**
     * What {@link #id} wrote.
     *
     * @throws IllegalArgumentException when no state has this word
     */
    public static Health of(String id) {
        return Arrays.stream(values())
                .filter(health -> health.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no health is called '" + id + "'"));
    }
}
