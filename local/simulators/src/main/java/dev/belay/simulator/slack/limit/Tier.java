package dev.belay.simulator.slack.limit;

/**
 * How often a method may be called in a minute, per app and workspace (docs.slack.dev/apis/web-api/rate-limits). Slack tolerates
 * bursts and publishes no size for them; here a full minute's worth.
 */
public enum Tier {
    TWO(20, 20),
    THREE(50, 50),
    FOUR(100, 100),
    /** {@code auth.test}: hundreds in a minute. */
    HUNDREDS(600, 600),
    /** {@code chat.postMessage}: several hundred in a minute, beside about one in a second per channel. */
    POSTING(300, 300),
    /** What one channel takes: about one message in a second, short bursts tolerated. */
    PER_CHANNEL(60, 10);

    private final int perMinute;
    private final int burst;

    Tier(int perMinute, int burst) {
        this.perMinute = perMinute;
        this.burst = burst;
    }

    int perMinute() {
        return perMinute;
    }

    int burst() {
        return burst;
    }
}
