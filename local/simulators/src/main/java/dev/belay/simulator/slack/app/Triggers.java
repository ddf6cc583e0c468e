package dev.belay.simulator.slack.app;

import dev.belay.simulator.slack.call.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The {@code trigger_id}s of presses, commands and submissions: good for three seconds and one dialog (docs.slack.dev/interactivity). */
public final class Triggers {
    private static final Duration LIFE = Duration.ofSeconds(3);

    private record Trigger(String user, Instant until, boolean used) {}

    private final Clock clock;
    private final Map<String, Trigger> triggers = new HashMap<>();

    public Triggers(Clock clock) {
        this.clock = clock;
    }

    /** @param user whom the trigger opens a dialog for */
    synchronized String issue(String user) {
        Instant now = clock.instant();
        triggers.values().removeIf(trigger -> trigger.until().isBefore(now.minusSeconds(600)));
        String id = now.toEpochMilli() + "." + triggers.size() + "."
                + UUID.randomUUID().toString().replace("-", "");
        triggers.put(id, new Trigger(user, now.plus(LIFE), false));
        return id;
    }

    /** Uses a trigger up, and says whose it was. */
    public synchronized String exchange(String id) {
        Trigger trigger = triggers.get(id);
        if (trigger == null) {
            throw Refusal.of("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw Refusal.of("exchanged_trigger_id");
        }
        if (clock.instant().isAfter(trigger.until())) {
            throw Refusal.of("expired_trigger_id");
        }
        triggers.put(id, new Trigger(trigger.user(), trigger.until(), true));
        return trigger.user();
    }
}
