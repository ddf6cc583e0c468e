package dev.belay.local.story;

import dev.belay.chat.Platform;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What Belay does in one go. It is played by delivering what lies in the queues.
 *
 * @param deliveries how many it takes when nothing breaks
 * @param platforms where there is such a thing
 * @param before what leads up to it, undisturbed
 */
record Flow(String name, int deliveries, Set<Platform> platforms, Consumer<Bench> before) {
    /** On every platform. */
    Flow(String name, int deliveries, Consumer<Bench> before) {
        this(name, deliveries, Set.of(Platform.values()), before);
    }

    /** Presses live longer than a run in which several workers are killed. */
    void leadUpTo(Bench bench) {
        bench.world().installation().changeSettings(settings -> settings.put("press_expires_after_seconds", 3_600));
        before.accept(bench);
    }

    @Override
    public String toString() {
        return name;
    }
}
