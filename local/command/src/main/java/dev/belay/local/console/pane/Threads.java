package dev.belay.local.console.pane;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The answers in Slack's threads as people read them last: a thread is read again when it changed, and not with each change of its channel. */
public final class Threads {
    private static final int KEPT = 2_000;

    /**
     * A thread as somebody reads it.
     *
     * @param person their id
     * @param thread its channel and the {@code ts} of the message that begins it, such as {@code C0SUPPORT/1700000000.000100}
     */
    record Seen(String person, String thread) {}

    /** @param state what the message that begins the thread says of it */
    private record Known(String state, JsonArray replies) {}

    private final Map<Seen, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Seen, Known> eldest) {
            return size() > KEPT;
        }
    };
    private long changes;

    /**
     * The answers in a thread.
     *
     * @param root the message that begins it, as a channel's history has it
     * @param read reads them anew
     */
    JsonArray replies(Seen seen, JsonObject root, Supplier<JsonArray> read) {
        String state = root.getInt("reply_count", 0) + " " + root.getString("latest_reply", "");
        long before = changes();
        return find(seen, state).orElseGet(() -> {
            JsonArray replies = read.get();
            keep(seen, new Known(state, replies), before);
            return replies;
        });
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized Optional<JsonArray> find(Seen seen, String state) {
        return Optional.ofNullable(known.get(seen))
                .filter(last -> last.state().equals(state))
                .map(Known::replies);
    }

    /** What was read while something changed may be what was there before. */
    private synchronized void keep(Seen seen, Known now, long before) {
        if (changes == before) {
            known.put(seen, now);
        }
    }

    /** An answer in a thread came, changed or went. */
    public synchronized void changed(String thread) {
        changes++;
        known.keySet().removeIf(seen -> seen.thread().equals(thread));
    }

    /** It is not known what changed. */
    public synchronized void forget() {
        changes++;
        known.clear();
    }
}
