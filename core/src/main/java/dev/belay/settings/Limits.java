package dev.belay.settings;

import java.time.Duration;

/**
 * Beyond what a press or a file is told of in place of being taken.
 *
 * @param pressLife how old a press may be when it is performed, counted from when it was accepted
 * @param files which files are brought over
 */
public record Limits(Duration pressLife, FileSettings files) {
    /** With files as they are brought over usually. */
    public static Limits of(Duration pressLife) {
        return new Limits(pressLife, FileSettings.USUAL);
    }
}
