package dev.belay.audit.journal;

import dev.belay.audit.finding.Counted;
import dev.belay.audit.finding.Share;
import dev.belay.chat.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an audit came, so that the next run goes on from there.
 *
 * @param at the place that is being listed, or the table that is being read
 * @param cursor where in that, or in the links, it goes on; none at its beginning
 * @param item how many of the page there are done already
 * @param pages how many pages of what was seen and found are kept
 * @param counted what was looked at so far
 */
public record Progress(
        Instant began,
        Stage stage,
        List<Place> places,
        int at,
        Optional<String> cursor,
        int item,
        int pages,
        Counted counted,
        List<Share> shares) {
    /** What is gone through, in this order. */
    public enum Stage {
        CHANNELS,
        LINKS,
        RECORDS,
        DONE
    }

    /** Where channels are listed. */
    public record Place(Platform platform, String workspace, String id) {}

    public Progress {
        places = List.copyOf(places);
        shares = List.copyOf(shares);
    }

    public static Progress beginning(Instant now, List<Place> places) {
        return new Progress(now, Stage.CHANNELS, places, 0, Optional.empty(), 0, 0, Counted.NONE, List.of());
    }

    public boolean isDone() {
        return stage == Stage.DONE;
    }

    /** In the middle of a page. */
    public Progress within(int done) {
        return new Progress(began, stage, places, at, cursor, done, pages, counted, shares);
    }

    /** Behind so many kept pages, at a later place of the same stage. */
    public Progress behind(int kept, int then, Optional<String> next, Counted now) {
        return new Progress(began, stage, places, then, next, 0, pages + kept, now, shares);
    }

    public Progress in(Stage next) {
        return new Progress(began, next, places, 0, Optional.empty(), 0, pages, counted, shares);
    }

    public Progress counting(String table, int priority, Platform platform, boolean live) {
        List<Share> next = new ArrayList<>(shares);
        Share before = next.stream()
                .filter(share -> share.isOf(table, priority, platform))
                .findFirst()
                .orElseGet(() -> new Share(table, priority, platform, 0, 0));
        next.removeIf(share -> share.isOf(table, priority, platform));
        next.add(before.with(live));
        return new Progress(began, stage, places, at, cursor, item, pages, counted, next);
    }
}
