package dev.belay.delivery;

import dev.belay.failure.CallEffect;
import dev.belay.failure.Unavailable;
import java.time.Duration;

/**
 * How much time a delivery has left before its function is killed. A call never waits longer than that, and one that does not fit is
 * not begun: what is done is stored, and the message comes back with a whole budget.
 */
public interface Deadline {
    /**
     * How long a function may run, as the template says. ServiceNow may take eight seconds for each answer, and a press that meets
     * nothing warm is performed all the same: four reads of 8 s, with 5 s for all else, leave 23 s for the write, which may take 20.
     */
    Duration OF_A_FUNCTION = Duration.ofSeconds(60);

    /** To store what is done and to say that the message waits: no call of another system reaches into it. */
    Duration TO_FINISH = Duration.ofSeconds(3);

    /** With less than this, what may be repeated is not begun either. */
    Duration TO_REPEAT = Duration.ofSeconds(15);

    /** With less than this, nothing is stored any more. */
    Duration TO_STORE = Duration.ofMillis(500);

    /** The message comes back soon: nothing is wrong but the time. */
    Duration COMES_BACK = Duration.ofSeconds(1);

    /** How much is left now; never negative. */
    Duration left();

    /**
     * The time-out of a call that is about to be made. What may be repeated has less patience when time is short; a write keeps its
     * own, for a lost answer costs more than a delivery.
     *
     * @param usual what it would be otherwise
     * @throws Unavailable when the call does not fit any more; it is not begun
     */
    default Duration timeFor(String system, CallEffect effect, Duration usual) {
        Duration left = left();
        Duration whole = usual.plus(TO_FINISH);
        if (left.compareTo(effect == CallEffect.NOT_IDEMPOTENT ? whole : least(whole, TO_REPEAT)) < 0) {
            throw Unavailable.notBegun(system, COMES_BACK);
        }
        return least(usual, left.minus(TO_FINISH));
    }

    /**
     * The time-out of a call that stores what is done or says that the message waits: half of what is left at most, so that another
     * one fits after it.
     *
     * @param usual what it would be otherwise
     * @throws Unavailable when there is hardly any time left; the call is not begun
     */
    default Duration timeToStore(String system, Duration usual) {
        Duration left = left();
        if (left.compareTo(TO_STORE) < 0) {
            throw Unavailable.notBegun(system, COMES_BACK);
        }
        return least(usual, left.dividedBy(2));
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
