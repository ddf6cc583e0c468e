package dev.belay.chat;

/**
 * How many channels a place holds, archived ones among them.
 *
 * @param place what people call it
 * @param most how many it can hold
 */
public record Crowding(String place, int channels, int most) {
    /** In whole percent, rounded down. */
    public int percent() {
        return channels * 100 / most;
    }
}
