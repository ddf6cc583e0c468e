package dev.belay.simulator.teams.card;

import org.jspecify.annotations.Nullable;

/** A version of the Adaptive Cards format. */
record Version(int major, int minor) implements Comparable<Version> {
    /** What Teams shows at most of a bot's cards (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference). */
    static final Version NEWEST = new Version(1, 5);

    static Version of(@Nullable Object written) {
        if (written instanceof String text && text.matches("\\d{1,3}\\.\\d{1,3}")) {
            int point = text.indexOf('.');
            return new Version(Integer.parseInt(text.substring(0, point)), Integer.parseInt(text.substring(point + 1)));
        }
        throw new InvalidCard("version is missing or not a version");
    }

    @Override
    public int compareTo(Version other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
