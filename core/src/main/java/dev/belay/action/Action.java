package dev.belay.action;

import dev.belay.card.CardAction;
import dev.belay.event.Press;
import dev.belay.record.RecordSnapshot;
import java.util.Set;

/** Everything that is to be known of one card action. A new one is a new file here; the compiler and a contract lead to the rest. */
public sealed interface Action permits Acknowledge, TakeOver {
    CardAction id();

    /** Where its button may stand. */
    Set<Surface> surfaces();

    /** Whether it makes sense to offer it on a record as it is now. */
    boolean isOffered(RecordSnapshot record);

    /** Whether the record, as it is now, lets the action happen, and what it then writes. Reads only. */
    Judgement judge(Request request, RecordSnapshot record);

    /**
     * Whether what a press of this action writes shows on the record, whoever pressed. Asked after its work note was found: then
     * the rest was asked for too, and a rule of the table may have dropped it.
     */
    boolean tookEffect(Press press, RecordSnapshot record);
}
