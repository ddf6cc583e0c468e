package dev.belay.audit.journal;

import dev.belay.audit.finding.Counted;
import dev.belay.audit.finding.Share;
import dev.belay.chat.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How far an audit came, so that the next run goes on from there.
 *
 * @param ended when the last one before it came to its end; where none ever did, when the first one began; of one that is over, its own
 * @param at the item of the agenda, or the table, whose turn it is
 * @param cursor where in that, or in the links, it goes on; none at its beginning
 * @param pages how many pages of what was seen and found are kept
 * @param counted what was looked at so far
 */
public record Progress(
        Instant began,
        Instant ended,
        Stage stage,
        int at,
        Optional<String> cursor,
        int pages,
        Counted counted,
        List<Share> shares,
        Agenda agenda) {
    /** What is gone through, in this order. */
    public enum Stage {
        /** Which places there are. */
        PLACES,
        CHANNELS,
        LINKS,
        RECORDS,
        /** What is asked of single channels. */
        QUESTIONS,
        /** Nothing is left to do but to tell of it. */
        DONE,
        TOLD
    }

    /** Where channels are listed. */
    public record Place(Platform platform, String workspace, String id) {}

    /**
     * The list that a stage goes through.
     *
     * @param from the first of the kept pages that hold it
     * @param to the first one behind those
     * @param later the items that were put behind the others since nothing answered, each with where it goes on, or an empty word
     * @param stuck since when nothing but those is left, and none of them answers
     */
    public record Agenda(int from, int to, Map<Integer, String> later, Optional<Instant> stuck) {
        public static final Agenda NONE = new Agenda(0, 0, Map.of(), Optional.empty());

        public Agenda {
            later = Collections.unmodifiableMap(new TreeMap<>(later));
        }

        /** One whose items are all there still. */
        public static Agenda of(int from, int to) {
            return new Agenda(from, to, Map.of(), Optional.empty());
        }

        /** The pages that hold it, in their order. */
        public Stream<AuditPage> pages(AuditJournal journal) {
            return IntStream.range(from, to).mapToObj(journal::page).flatMap(Optional::stream);
        }

        Agenda with(Map<Integer, String> others) {
            return new Agenda(from, to, others, stuck);
        }
    }

    public Progress {
        shares = List.copyOf(shares);
    }

    /** @param ended when the last one ended */
    public static Progress beginning(Instant now, Instant ended) {
        return new Progress(now, ended, Stage.PLACES, 0, Optional.empty(), 0, Counted.NONE, List.of(), Agenda.NONE);
    }

    /** Whether all was looked at. */
    public boolean isDone() {
        return stage == Stage.DONE || stage == Stage.TOLD;
    }

    /** Behind so many more pages. */
    public Progress kept(int more, Counted now) {
        return new Progress(began, ended, stage, at, cursor, pages + more, now, shares, agenda);
    }

    /** Goes on there. */
    public Progress to(int next, Optional<String> then) {
        return new Progress(began, ended, stage, next, then, pages, counted, shares, agenda);
    }

    public Progress in(Stage next, Agenda list) {
        return new Progress(began, ended, next, 0, Optional.empty(), pages, counted, shares, list);
    }

    public Progress with(Agenda list) {
        return new Progress(began, ended, stage, at, cursor, pages, counted, shares, list);
    }

    /** All was looked at. */
    public Progress done(Instant now) {
        return new Progress(began, now, Stage.DONE, 0, Optional.empty(), pages, counted, shares, Agenda.NONE);
    }

    /** Those who wait for it know of it. */
    public Progress told() {
        return new Progress(began, ended, Stage.TOLD, 0, Optional.empty(), pages, counted, shares, Agenda.NONE);
    }

    /** A platform answered: whoever does not is waited for anew. */
    public Progress answered() {
        return with(new Agenda(agenda.from(), agenda.to(), agenda.later(), Optional.empty()));
    }

    /** Where an item of the agenda goes on. */
    public Optional<String> cursor(int item) {
        return item == at
                ? cursor
                : Optional.ofNullable(agenda.later().get(item)).filter(word -> !word.isEmpty());
    }

    /** An item of the agenda was begun, and goes on there. */
    public Progress within(int item, String next) {
        return item < at ? behind(item, next) : skipping(item).to(item, Optional.of(next));
    }

    /** An item of the agenda is done. */
    public Progress behind(int item) {
        if (item >= at) {
            return skipping(item).to(item + 1, Optional.empty());
        }
        Map<Integer, String> left = new TreeMap<>(agenda.later());
        left.remove(item);
        return with(agenda.with(left));
    }

    /** An item of the agenda is put behind the others. */
    public Progress later(int item) {
        return item < at ? this : skipping(item + 1).to(item + 1, Optional.empty());
    }

    private Progress behind(int item, String next) {
        Map<Integer, String> left = new TreeMap<>(agenda.later());
        left.put(item, next);
        return with(agenda.with(left));
    }

    /** Those before it whose turn it was are put behind the others. */
    private Progress skipping(int item) {
        Map<Integer, String> left = new TreeMap<>(agenda.later());
        for (int each = at; each < item; each++) {
            left.put(each, each == at ? cursor.orElse("") : "");
        }
        return with(agenda.with(left));
    }

    public Progress counting(String table, int priority, Platform platform, boolean live) {
        List<Share> next = new ArrayList<>(shares);
        Share before = next.stream()
                .filter(share -> share.isOf(table, priority, platform))
                .findFirst()
                .orElseGet(() -> new Share(table, priority, platform, 0, 0));
        next.removeIf(share -> share.isOf(table, priority, platform));
        next.add(before.with(live));
        return new Progress(began, ended, stage, at, cursor, pages, counted, next, agenda);
    }
}
