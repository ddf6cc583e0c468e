package dev.belay.card;

import dev.belay.record.Assignee;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.text.PlainText;
import java.util.List;

/**
 * What everyone sees of a record: drawn from one snapshot of it and nothing else, so that two cards of one generation are equal.
 *
 * @param number the record's number; empty where it is not known any more
 * @param heading what stands first, as one line of plain words
 * @param summary what a notification shows, as one line of plain words
 * @param link where the record opens in a browser
 * @param facts short label and value, in order
 * @param generation the {@code sys_mod_count} of the snapshot
 */
public record Card(
        RecordRef record,
        String number,
        String heading,
        String summary,
        Tone tone,
        String link,
        List<Fact> facts,
        List<CardButton> buttons,
        long generation) {
    /** One line of a card. */
    public record Fact(String label, String value) {}

    /** How the heading stands out. */
    public enum Tone {
        /** Somebody must see to it. */
        ATTENTION,
        /** It is being seen to. */
        ACCENT,
        /** It is over. */
        GOOD
    }

    public Card {
        facts = List.copyOf(facts);
        buttons = List.copyOf(buttons);
    }

    /**
     * @param link where the record opens in a browser
     * @param buttons those that it has now, in order
     */
    public static Card of(RecordSnapshot record, String link, List<CardButton> buttons) {
        String heading = heading(record);
        return new Card(
                record.ref(),
                record.number(),
                heading,
                heading + " (" + record.state().label() + ")",
                tone(record.state()),
                link,
                facts(record),
                buttons,
                record.generation());
    }

    /** Where the record is not to be shown any more, since it became private: its number and a word, and nothing else of it. */
    public static Card reduced(RecordSnapshot record, String link) {
        String heading = record.number() + ": moved to a private conversation";
        return new Card(
                record.ref(),
                record.number(),
                heading,
                heading,
                Tone.ACCENT,
                link,
                List.of(),
                List.of(),
                record.generation());
    }

    /** Of a record that was deleted: nothing of it can be read any more. */
    public static Card deleted(RecordRef record, String link, long generation) {
        String heading = "This record was deleted in ServiceNow";
        return new Card(record, "", heading, heading, Tone.GOOD, link, List.of(), List.of(), generation);
    }

    /** Priority, number and title in one line; a record without a title ends with its number. */
    public static String heading(RecordSnapshot record) {
        String title = PlainText.line(record.shortDescription());
        String priority = record.priority() == 0 ? "" : priority(record) + " ";
        return priority + record.number() + (title.isEmpty() ? "" : ": " + title);
    }

    /**
     * What a card shows of a record, as a short hash: two cards that show the same have the same, whatever else was written on the
     * record between them.
     */
    public static String shown(RecordSnapshot record) {
        StringBuilder all = new StringBuilder(heading(record))
                .append('\0')
                .append(record.active())
                .append('\0')
                .append(record.assignee().map(Assignee::userId).orElse(""));
        facts(record).forEach(fact -> all.append('\0').append(fact.value()));
        return Fingerprint.of(all.toString());
    }

    private static String priority(RecordSnapshot record) {
        return record.priority() == 0 ? "none" : "P" + record.priority();
    }

    private static Tone tone(RecordState state) {
        return switch (state) {
            case NEW -> Tone.ATTENTION;
            case IN_PROGRESS, ON_HOLD, OTHER -> Tone.ACCENT;
            case RESOLVED, CLOSED, CANCELED -> Tone.GOOD;
        };
    }

    private static List<Fact> facts(RecordSnapshot record) {
        return List.of(
                new Fact("State", record.state().label()),
                new Fact("Priority", priority(record)),
                new Fact("Assigned to", record.assignee().map(Assignee::name).orElse("nobody yet")),
                new Fact("Group", record.group().map(AssignmentGroup::name).orElse("none")));
    }
}
