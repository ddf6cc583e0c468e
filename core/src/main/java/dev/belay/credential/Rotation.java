package dev.belay.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of looking after a workspace's rotating token. Its texts never hold a token. */
public sealed interface Rotation {
    /** With less time left than this, a renewal that failed is told: two more checks may come. */
    Duration SOON = Duration.ofHours(2);

    /** The token does not rotate, or there is none. */
    record NotRotating() implements Rotation {}

    /** Nothing was to be done, or another one did it. */
    record Kept() implements Rotation {}

    /** The next pair is the current one. */
    record Renewed(Instant expiresAt) implements Rotation {}

    /** Another run is at it. */
    record Busy(Duration left) implements Rotation {}

    /** What is stored could not be read. The check of the credential meets the same, and tells it. */
    record NotRead(String why) implements Rotation {}

    /**
     * It could not be renewed now. Nothing is lost, and the next check tries again.
     *
     * @param expiresAt when the current token ends
     */
    record Delayed(String why, Instant expiresAt) implements Rotation {}

    /**
     * It cannot be renewed, or the next pair may be lost: somebody must act before the current token ends.
     *
     * @param why what was said and what to do, in a sentence without a full stop
     * @param expiresAt when the current token ends
     */
    record Stuck(String why, Instant expiresAt) implements Rotation {}

    /**
     * What a check found of the token, with what is known of its end: none while rotation works.
     *
     * @param checked what the system said of the current token, after the rotation
     */
    default Finding over(Finding checked, Instant now) {
        return switch (this) {
            case NotRotating _, Kept _, Renewed _, Busy _, NotRead _ -> checked;
            case Delayed(String why, Instant end) when !end.isAfter(now.plus(SOON)) -> ending(checked, why, end, now);
            case Delayed _ -> checked;
            case Stuck(String why, Instant end) -> ending(checked, why, end, now);
        };
    }

    private static Finding ending(Finding checked, String why, Instant end, Instant now) {
        return switch (checked) {
            case Finding.Taken taken ->
                new Finding.Taken(why + ". Until " + end + ": " + taken.proof(), Optional.of(end), taken.remarks());
            case Finding.NotProvable _ -> checked;
            case Finding.Refused(String said) -> new Finding.Refused(said + ". And " + why);
            case Finding.NotChecked _
            when !end.isAfter(now) -> new Finding.Refused("the token ended at " + end + ". And " + why);
            case Finding.NotChecked(String said) -> new Finding.NotChecked(said + ". And " + why);
        };
    }
}
