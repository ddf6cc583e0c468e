package dev.belay.lease;

import java.time.Duration;
import java.util.Optional;

/** Rights to do something alone, shared by all workers. Each ends by itself at a known time, whatever became of its holder. */
public interface Leases {
    /**
     * Takes a lease, or sets the end anew where this holder has it already: whoever is killed and runs again is not in its own
     * way.
     *
     * @param name what is to be done alone
     * @param holder the same each time the same work is run
     * @return none when the holder has the lease now; else how long another one still has it
     */
    Optional<Duration> acquire(String name, String holder, Duration length);

    /** Gives a lease back before its end; nothing happens where the holder does not have it. */
    void release(String name, String holder);
}
