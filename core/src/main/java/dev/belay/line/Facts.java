package dev.belay.line;

import dev.belay.card.Fingerprint;
import dev.belay.link.Told.Account;
import dev.belay.record.Assignee;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.Happening;
import dev.belay.record.RecordSnapshot;
import dev.belay.text.PlainText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What of a record differences are told of, as an account keeps it. The names are stored. */
public final class Facts {
    static final String STATE = "state";
    static final String PRIORITY = "priority";
    static final String ASSIGNEE = "assignee";
    static final String ASSIGNEE_NAME = "assignee_name";
    static final String GROUP = "group";
    static final String GROUP_NAME = "group_name";
    /** A hash: what it was is never said. */
    static final String TITLE = "title";

    static final String MAJOR = "major";

    private static final int LONGEST_NAME = 100;

    private Facts() {}

    /** What whoever sees the record now, and its chronicle, knows of it. */
    public static Account account(long number, Instant at, RecordSnapshot record) {
        return new Account(
                number,
                at,
                record.generation(),
                of(record),
                record.chronicle().happenings().stream().map(Happening::id).collect(Collectors.toSet()));
    }

    static Map<String, String> of(RecordSnapshot record) {
        Map<String, String> facts = new HashMap<>();
        facts.put(STATE, name(record.life().label()));
        facts.put(PRIORITY, record.priority() == 0 ? "none" : Integer.toString(record.priority()));
        facts.put(ASSIGNEE, record.assignee().map(Assignee::userId).orElse(""));
        facts.put(ASSIGNEE_NAME, name(record.assignee().map(Assignee::name).orElse("")));
        facts.put(GROUP, record.group().map(AssignmentGroup::groupId).orElse(""));
        facts.put(GROUP_NAME, name(record.group().map(AssignmentGroup::name).orElse("none")));
        facts.put(TITLE, Fingerprint.of(record.shortDescription()));
        facts.put(MAJOR, record.life().major().code());
        return facts;
    }

    private static String name(String words) {
        return PlainText.line(words, LONGEST_NAME);
    }
}
