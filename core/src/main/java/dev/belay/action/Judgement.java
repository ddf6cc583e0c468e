package dev.belay.action;

import dev.belay.action.Refusal.Reason;
import dev.belay.record.RecordChange;
import java.util.Optional;

/** What the record's state says to an action. */
public sealed interface Judgement {
    /** Write this, with this note. */
    record Write(RecordChange.Fields fields, String note) implements Judgement {}

    /**
     * Something outside the record comes first. What came of it is remembered under the press' id, and the action is judged once
     * more: by then it finds it in the record's chronicle. So a worker that takes over from a killed one knows it too.
     *
     * @param paging the pager that is asked; none where nothing but the conversation is concerned
     */
    record First(Optional<Paging> paging, Paging.Afterwards afterwards) implements Judgement {}

    /** It is so already: success without a write. */
    record Already() implements Judgement {}

    /** The card that was pressed showed something else than the record is now: nothing is done, and the card is drawn again. */
    record Stale() implements Judgement {}

    /** No. */
    record Not(Refusal refusal) implements Judgement {}

    /** No, for this reason, with a sentence for the person. */
    static Judgement not(Reason reason, String sentence) {
        return new Not(Refusal.of(reason, sentence));
    }
}
