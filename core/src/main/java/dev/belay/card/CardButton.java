package dev.belay.card;

import dev.belay.dialog.Field.Option;
import dev.belay.record.Assignee;
import dev.belay.record.RecordRef;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.SysId;
import java.util.List;
import java.util.Optional;

/**
 * A button and what it carries: {@code table}, {@code sys_id}, {@code action}, the card's generation, what the card shows, who has
 * the record, and what its dialog offers. Never the person who presses: that is taken from the signed request.
 *
 * @param shown a hash of what the card shows ({@link Card#shown})
 * @param replaces the sys_id of the assignee as it was drawn
 * @param options what the dialog offers to be chosen from, where it does
 * @param label what stands on it
 */
public record CardButton(
        CardAction action,
        RecordRef record,
        long generation,
        String shown,
        Optional<String> replaces,
        List<Option> options,
        String label) {
    public CardButton {
        options = List.copyOf(options);
    }

    /** With nothing to choose from. */
    public CardButton(CardAction action, RecordRef record, long generation, String shown, Optional<String> replaces) {
        this(action, record, generation, shown, replaces, List.of(), action.label());
    }

    /**
     * @param layout what the card shows that it stands on
     * @param options what the dialog offers to be chosen from, where it does
     */
    public static CardButton of(CardAction action, RecordSnapshot record, CardLayout layout, List<Option> options) {
        return new CardButton(
                action,
                record.ref(),
                record.generation(),
                Card.shown(record, layout),
                record.assignee().map(Assignee::userId).filter(SysId::isSysId),
                options,
                action.label());
    }

    /** The same with these words on it. */
    public CardButton labelled(String next) {
        return new CardButton(action, record, generation, shown, replaces, options, next);
    }
}
