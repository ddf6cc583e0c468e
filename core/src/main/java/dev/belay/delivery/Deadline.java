package dev.belay.delivery;

import dev.belay.failure.Unavailable;
import java.time.Duration;
import java.util.Optional;

/**
 * How much time a delivery has left before its function is killed. A call never waits longer than that, and one that would hardly
 * fit is not begun: what is done is stored, and the message comes back with a whole budget.
 */
public interface Deadline {
    /** Without this much a read is not begun. */
    Duration FOR_A_READ = Duration.ofSeconds(5);

    /** Without this much a write is not begun: a lost answer costs more than a delivery. */
    Duration FOR_A_WRITE = Duration.ofSeconds(8);

    /** To store what is done and to say that the message waits. */
    Duration TO_FINISH = Duration.ofSeconds(2);

    /** The message comes back soon: nothing is wrong but the time. */
    Duration COMES_BACK = Duration.ofSeconds(1);

    /** How much is left now; never negative. */
    Duration left();

    /**
     * The time-out of a call that is about to be made.
     *
     * @param usual what it would be otherwise
     * @throws Unavailable when the call does not fit any more; it is not begun
     */
    default Duration timeFor(String system, boolean isRead, Duration usual) {
        Duration left = left();
        if (left.compareTo(isRead ? FOR_A_READ : FOR_A_WRITE) < 0) {
            throw new Unavailable(system, "not begun: the function's time is nearly over", Optional.of(COMES_BACK));
        }
        Duration most = left.minus(TO_FINISH);
        return usual.compareTo(most) < 0 ? usual : most;
    }
}
