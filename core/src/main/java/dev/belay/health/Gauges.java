package dev.belay.health;

/** Tells how something stands now, for metrics and alarms. */
public interface Gauges {
    /**
     * How one of several stands.
     *
     * @param kind which of them, e.g. {@code slack/T01ACME}; never anything of a person
     */
    void gauge(Metric metric, String kind, long value);

    /** How all of them stand together, as one number: an alarm cannot watch those whose names nobody knows before. */
    void total(Metric metric, long value);
}
