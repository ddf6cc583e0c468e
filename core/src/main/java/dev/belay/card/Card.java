package dev.belay.card;

import dev.belay.record.Assignee;
import dev.belay.record.AssignmentGroup;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import java.util.List;

/**
 * What everyone sees of a record: drawn from one snapshot of it and nothing else, so that two cards of one generation are equal.
 *
 * @param link where the record opens in a browser
 * @param facts short label and value, in order
 * @param generation the {@code sys_mod_count} of the snapshot
 */
public record Card(
        RecordRef record,
        String number,
        String title,
        int priority,
        RecordState state,
        String link,
        List<Fact> facts,
        List<CardButton> buttons,
        long generation) {
    /** One line of a card. */
    public record Fact(String label, String value) {}

    public Card {
        facts = List.copyOf(facts);
        buttons = List.copyOf(buttons);
    }

    /**
     * @param link where the record opens in a browser
     * @param actions those that are offered on it now, in order
     */
    public static Card of(RecordSnapshot record, String link, List<CardAction> actions) {
        return new Card(
                record.ref(),
                record.number(),
                record.shortDescription(),
                record.priority(),
                record.state(),
                link,
                facts(record),
                actions.stream()
                        .map(action -> CardButton.of(action, record.ref(), record.modCount()))
                        .toList(),
                record.modCount());
    }

    private static List<Fact> facts(RecordSnapshot record) {
        return List.of(
                new Fact("State", record.state().label()),
                new Fact("Priority", "P" + record.priority()),
                new Fact("Assigned to", record.assignee().map(Assignee::name).orElse("nobody yet")),
                new Fact("Group", record.group().map(AssignmentGroup::name).orElse("none")));
    }
}
