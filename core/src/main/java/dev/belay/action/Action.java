package dev.belay.action;

import dev.belay.card.CardAction;
import dev.belay.chat.Platform;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Field.Option;
import dev.belay.event.Press;
import dev.belay.record.Happening;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that is to be known of one card action. A new one is a new file here; the compiler and a contract lead to the rest. */
public sealed interface Action permits Accept, Acknowledge, HandOver, Page, Postmortem, Reject, TakeOver {
    CardAction id();

    /** What a person does by it, as a sentence begins, e.g. {@code Taking over}. What stands on its button is the card's matter. */
    String doing();

    /** Where its button may stand. */
    Set<Surface> surfaces();

    /**
     * What is asked before it is done; none where a press does it at once.
     *
     * @param options what the button carried to be chosen from
     */
    default Optional<Dialog> dialog(List<Option> options) {
        return Optional.empty();
    }

    /** What its button carries to be chosen from in its dialog; together they are short, since platforms bound a button's value. */
    default List<Option> options(RecordSnapshot record, Platform platform, Settings settings) {
        return List.of();
    }

    /** What stands on its button. */
    default String label(RecordSnapshot record, Platform platform, Settings settings) {
        return id().label();
    }

    /** Whether something outside the record may come before its write ({@link Judgement.First}). */
    default boolean actsFirst() {
        return false;
    }

    /** Whether it makes sense to offer it on a record as it is now. */
    boolean isOffered(RecordSnapshot record);

    /** Whether the record, as it is now, lets the action happen, and what it then writes. Reads only. */
    Judgement judge(Request request, RecordSnapshot record);

    /**
     * Whether what a press of this action writes shows on the record, whoever pressed. Asked after its work note was found: then
     * the rest was asked for too, and a rule of the table may have dropped it.
     */
    boolean tookEffect(Press press, RecordSnapshot record);

    /** The same where what is written is a matter of the settings. */
    default boolean tookEffect(Press press, RecordSnapshot record, Settings settings) {
        return tookEffect(press, record);
    }

    /** Whether its work note alone counts: where the record takes no more than that, it is done all the same. */
    default boolean isDoneByItsNote() {
        return false;
    }

    /** What somebody who asked for it in words is told once it is done; whoever pressed sees it on the card. */
    default String done(RecordSnapshot record) {
        return record.number() + ": done.";
    }

    /**
     * What is remembered of it once it was done, and shown to everyone; none where the record alone tells it.
     *
     * @param who the name of who pressed
     * @param record as it is after the write
     */
    Optional<Happening> happening(Press press, String who, RecordSnapshot record);

    /**
     * Who else is told once it was done. Told by the press and the record as it is now, since a worker that takes over from a killed
     * one knows no more.
     */
    default List<Notice> notices(Press press, RecordSnapshot record) {
        return List.of();
    }
}
