package dev.belay.team;

/**
 * How many channels a team holds, archived ones included.
 *
 * @param team what people call it
 * @param most how many it can hold
 */
public record ChannelQuota(String team, int channels, int most) {
    /** In whole percent, rounded down. */
    public int usedPercent() {
        return channels * 100 / most;
    }
}
