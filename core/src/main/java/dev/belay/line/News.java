package dev.belay.line;

import dev.belay.link.Told.Account;
import dev.belay.record.Assignee;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.Happening.Participant;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.SysId;
import dev.belay.text.PlainText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be told of a record after an account of it: a line for each thing that people did from chat, and one for each other
 * difference. What the first tell is not told a second time. Computed from the account and the record alone, so that each run finds
 * the same.
 */
public final class News {
    private static final int LONGEST = 500;

    /** So many lines are read; what is more is counted. */
    private static final int MOST = 20;

    /** What gives the record to somebody. */
    private static final Set<Kind> PASSING = EnumSet.of(Kind.ACKNOWLEDGED, Kind.TAKEN_OVER, Kind.HANDED_OVER);

    private final RecordSnapshot record;
    private final Map<String, String> known;
    private final Map<String, String> now;
    private final Instant passed;
    private final List<Line> lines = new ArrayList<>();

    private News(Account before, RecordSnapshot record) {
        this.record = record;
        this.now = Facts.of(record);
        this.known = new HashMap<>(before.facts());
        now.forEach(known::putIfAbsent);
        this.passed = record.chronicle().happenings().stream()
                .filter(happening -> PASSING.contains(happening.kind())
                        && before.happenings().contains(happening.id()))
                .map(Happening::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** Of a record that was read before the account was given there is nothing to tell. */
    public static List<Line> since(Account before, RecordSnapshot record) {
        if (record.generation() <= before.generation()) {
            return List.of();
        }
        News news = new News(before, record);
        record.chronicle().happenings().stream()
                .filter(happening -> !before.happenings().contains(happening.id()))
                .forEach(news::happened);
        news.differs();
        return news.atMost();
    }

    private List<Line> atMost() {
        if (lines.size() <= MOST) {
            return List.copyOf(lines);
        }
        List<Line> most = new ArrayList<>(lines.subList(0, MOST));
        most.add(Line.of("… and " + (lines.size() - MOST) + " more. The card shows how it stands."));
        return most;
    }

    private void happened(Happening happening) {
        String who = said(happening.who());
        String what = said(happening.what());
        switch (happening.kind()) {
            case ACKNOWLEDGED -> {
                lines.add(Line.of(who + " acknowledged"));
                known.computeIfPresent(
                        Facts.STATE,
                        (_, state) -> state.equals(RecordState.NEW.label()) ? RecordState.IN_PROGRESS.label() : state);
                passedTo(who, happening);
            }
            case TAKEN_OVER -> {
                lines.add(Line.of(who + " took over" + from(who)));
                passedTo(who, happening);
            }
            case HANDED_OVER -> {
                lines.add(
                        isAssignee(what)
                                ? Line.of(who + " handed over to ").and(assignee())
                                : Line.of(who + " handed over to " + what));
                passedTo(what, happening);
            }
            case PAGED -> lines.add(called(happening, who + " paged" + after(" ", what)));
            case CALLED_IN -> lines.add(called(happening, who + " called in" + after(" ", what)));
            case POSTMORTEM_ATTACHED ->
                lines.add(Line.of(who + " attached the postmortem" + after(": ", happening.words())));
            case MAJOR_ACCEPTED -> judged(who + " accepted the candidate", MajorIncident.ACCEPTED, happening);
            case MAJOR_REJECTED -> judged(who + " rejected the candidate", MajorIncident.REJECTED, happening);
        }
    }

    private void judged(String sentence, MajorIncident as, Happening happening) {
        lines.add(Line.of(sentence + after(": ", happening.words())));
        known.put(Facts.MAJOR, as.code());
    }

    private static Line called(Happening happening, String sentence) {
        Line line = Line.of(sentence + after(": ", happening.words()));
        String between = " (";
        for (Participant who : happening.people()) {
            line = line.and(between).and(who);
            between = ", ";
        }
        return happening.people().isEmpty() ? line : line.and(")");
    }

    private String from(String who) {
        String before = known.getOrDefault(Facts.ASSIGNEE_NAME, "");
        return before.isEmpty() || before.equals(who) ? "" : " from " + before;
    }

    /** Where the record says the same, nothing is left to tell of its assignee. What is told late of changes nothing. */
    private void passedTo(String name, Happening happening) {
        if (happening.at().isBefore(passed)) {
            return;
        }
        known.put(Facts.ASSIGNEE_NAME, name);
        known.put(Facts.ASSIGNEE, isAssignee(name) ? fact(Facts.ASSIGNEE) : "");
    }

    private boolean isAssignee(String name) {
        return !name.isEmpty() && name.equals(fact(Facts.ASSIGNEE_NAME));
    }

    private void differs() {
        if (changed(Facts.MAJOR)) {
            lines.add(Line.of(major()));
        }
        if (changed(Facts.PRIORITY)) {
            lines.add(Line.of("Priority " + known(Facts.PRIORITY) + " → " + fact(Facts.PRIORITY)));
        }
        if (changed(Facts.STATE)) {
            lines.add(Line.of(state()));
        }
        if (changed(Facts.GROUP)) {
            lines.add(Line.of("Group " + known(Facts.GROUP_NAME) + " → " + fact(Facts.GROUP_NAME)));
        }
        if (changed(Facts.ASSIGNEE)) {
            lines.add(
                    record.assignee().isPresent()
                            ? Line.of("Assigned to ").and(assignee()).and(" (by somebody in ServiceNow)")
                            : Line.of("Assigned to nobody any more"));
        }
        if (changed(Facts.TITLE)) {
            String title = said(record.shortDescription());
            lines.add(Line.of("Title: " + (title.isEmpty() ? "none" : title)));
        }
    }

    private boolean changed(String fact) {
        return !Objects.equals(known.get(fact), now.get(fact));
    }

    private String known(String fact) {
        return known.getOrDefault(fact, "");
    }

    private String fact(String fact) {
        return now.getOrDefault(fact, "");
    }

    private String state() {
        return record.state() == RecordState.RESOLVED
                ? Resolution.inWords(record)
                : "State: " + known(Facts.STATE) + " → " + fact(Facts.STATE);
    }

    private String major() {
        return switch (record.life().major()) {
            case PROPOSED -> "Proposed as a major incident";
            case ACCEPTED -> "Accepted as a major incident";
            case REJECTED -> "Rejected as a major incident";
            case CANCELED, NONE -> "No major incident any more";
        };
    }

    private Participant assignee() {
        return new Participant(
                fact(Facts.ASSIGNEE_NAME),
                Optional.empty(),
                record.assignee().map(Assignee::userId).filter(SysId::isSysId).map(SysId::new));
    }

    private static String after(String mark, String words) {
        String plain = said(words);
        return plain.isEmpty() ? "" : mark + plain;
    }

    private static String said(String words) {
        return PlainText.line(words, LONGEST);
    }
}
