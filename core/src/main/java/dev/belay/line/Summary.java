package dev.belay.line;

import dev.belay.card.Fact.Moment;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordSnapshot;
import dev.belay.text.PlainText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What happened to a record from its opening to its end, in one message: when it was opened, acknowledged and by whom, who was paged,
 * when it got a channel of its own, when it was resolved, and how long each took. Computed from the record and its chronicle alone.
 */
public final class Summary {
    private static final int LONGEST = 200;

    /** Of more pages than these the first ones are told; the card shows the newest. */
    private static final int MOST = 12;

    private static final Set<Kind> TOLD = Set.of(
            Kind.ACKNOWLEDGED, Kind.TAKEN_OVER, Kind.HANDED_OVER, Kind.PAGED, Kind.CALLED_IN, Kind.MAJOR_ACCEPTED);

    /** A step of its way. */
    private record Event(Instant at, String words) {}

    private Summary() {}

    /**
     * @param promoted when it got a channel of its own after it had stood in the shared one
     * @param ended when it ended
     */
    public static List<Line> of(RecordSnapshot record, Optional<Instant> promoted, Instant ended) {
        List<Event> events = new ArrayList<>();
        record.chronicle().happenings().stream()
                .filter(happening -> TOLD.contains(happening.kind()))
                .map(happening -> new Event(happening.at(), words(happening)))
                .forEach(events::add);
        promoted.ifPresent(at -> events.add(new Event(at, "moved to a channel of its own")));
        events.sort(Comparator.comparing(Event::at));
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(record.number() + " is over: " + record.stateLabel() + "."));
        Instant before = opened(record, lines);
        for (Event event : events.subList(0, Math.min(events.size(), MOST))) {
            lines.add(Line.of("• " + after(before, event.at()) + event.words()));
            before = event.at();
        }
        if (events.size() > MOST) {
            lines.add(Line.of("• … and " + (events.size() - MOST) + " more"));
        }
        lines.add(Line.of("• " + after(before, ended) + ending(record) + whole(record, ended)));
        return lines;
    }

    /** What tells no time of its opening is not told of it. */
    private static Instant opened(RecordSnapshot record, List<Line> lines) {
        if (!record.openedAt().isBefore(Instant.MAX)) {
            return Instant.MAX;
        }
        lines.add(Line.of("• opened " + new Moment(record.openedAt()).plain()));
        return record.openedAt();
    }

    private static String after(Instant before, Instant at) {
        Duration took = before.isBefore(at) ? Duration.between(before, at) : Duration.ZERO;
        return before.equals(Instant.MAX) ? "" : "after " + Resolution.inWords(took) + ": ";
    }

    private static String words(Happening happening) {
        String who = said(happening.who());
        String what = said(happening.what());
        return switch (happening.kind()) {
            case ACKNOWLEDGED -> "acknowledged by " + who;
            case TAKEN_OVER -> "taken over by " + who;
            case HANDED_OVER -> "handed over to " + what + " by " + who;
            case PAGED -> "paged" + (what.isEmpty() ? "" : " " + what) + " by " + who;
            case CALLED_IN -> "called in" + (what.isEmpty() ? "" : " " + what) + " by " + who;
            case MAJOR_ACCEPTED -> "accepted as a major incident by " + who;
            case MAJOR_REJECTED -> "rejected as a major incident by " + who;
            case POSTMORTEM_ATTACHED -> "postmortem attached by " + who;
        };
    }

    private static String ending(RecordSnapshot record) {
        String by = Resolution.by(record);
        boolean resolved = Resolution.at(record).isPresent();
        return resolved
                ? "resolved" + (by.isEmpty() ? "" : " by " + by)
                : said(record.stateLabel()).toLowerCase(Locale.ROOT);
    }

    private static String whole(RecordSnapshot record, Instant ended) {
        boolean known = record.openedAt().isBefore(ended);
        return known ? " (" + Resolution.inWords(Duration.between(record.openedAt(), ended)) + " in all)" : "";
    }

    /** When a record ended, as it says itself; none where it does not. */
    public static Optional<Instant> endOf(RecordSnapshot record) {
        return Resolution.at(record).or(() -> closedAt(record));
    }

    /** When a record was closed, as it says itself; none where it does not. */
    public static Optional<Instant> closedAt(RecordSnapshot record) {
        return record.details().time("closed_at");
    }

    private static String said(String words) {
        return PlainText.line(words, LONGEST);
    }
}
