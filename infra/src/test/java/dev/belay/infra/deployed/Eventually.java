package dev.belay.infra.deployed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process brings about, and fails with a sentence when it does not. */
final class Eventually {
    /** A function starts cold in seconds, and what failed comes back after its queue's back-off. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration LOOK = Duration.ofMillis(250);

    private Eventually() {}

    /**
     * What is looked for, once it is there.
     *
     * @param what is awaited, for the failure
     */
    static <T> T found(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
            found = look.get();
        }
        return found.orElseThrow(
                () -> new AssertionError("after " + PATIENCE.toMinutes() + " minutes still not: " + what));
    }

    static void so(String what, BooleanSupplier look) {
        found(what, () -> look.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }
}
