package dev.belay.audit.finding;

import dev.belay.chat.Platform;

/**
 * How many open records of a table and priority have a live conversation on a platform.
 *
 * @param open how many should have one
 * @param live how many have one
 */
public record Share(String table, int priority, Platform platform, int open, int live) {
    /** In whole percent, rounded down; all of none is all. */
    public int percent() {
        return open == 0 ? 100 : live * 100 / open;
    }

    /** For metrics: {@code incident/1/slack}. */
    public String id() {
        return table + "/" + priority + "/" + platform.id();
    }

    public Share with(boolean alive) {
        return new Share(table, priority, platform, open + 1, live + (alive ? 1 : 0));
    }

    public boolean isOf(String otherTable, int otherPriority, Platform other) {
        return table.equals(otherTable) && priority == otherPriority && platform == other;
    }
}
