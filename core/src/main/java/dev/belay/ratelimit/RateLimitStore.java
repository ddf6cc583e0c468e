package dev.belay.ratelimit;

import dev.belay.delivery.Delivery.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when a token must not call a method, and the line of those who wait for it: shared, so that a rate limit met by one worker
 * holds for all, and those who met it come back one after another.
 */
public interface RateLimitStore {
    /**
     * Who stands in a line.
     *
     * @param id the same at each of its deliveries
     */
    record Waiter(String id, Urgency urgency) {}

    /**
     * @param token which token, e.g. {@code slack:T01ACME}; never the token itself
     * @return none when nothing is known to stand in the way now
     */
    Optional<Instant> notBefore(String token, String method);

    /** Remembers a limit; an earlier one never shortens a later one. */
    void hold(String token, String method, Instant until);

    /**
     * Until when places are taken by those that go before: for {@link Urgency#FIRST} by its own kind, for {@link Urgency#REST} by
     * everybody.
     *
     * @return none when nobody of them waits
     */
    Optional<Instant> lineEnd(String token, String method, Urgency urgency);

    /**
     * The waiter's place in the line: the one that it has, or the next free one. No place is given twice to the same urgency, none
     * is before the end of a limit, and none of the rest is before the end of the line of those that go first.
     *
     * @param spacing how far the next place is after this one: the method's rate
     */
    Instant reserve(String token, String method, Waiter waiter, Duration spacing);

    /** Gives the waiter's place up, if it has one: it was used, or another is to be taken. */
    void leave(String token, String method, Waiter waiter);
}
