package dev.belay.action;

import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.event.Press;
import dev.belay.link.ConversationLink;
import dev.belay.person.PlatformUser;
import dev.belay.record.Assignee;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import java.util.Optional;

/** The last gate: whether the record, as it stands now, lets the action happen. */
final class StateRule {
    /** What the record's state says. */
    sealed interface Verdict {
        /** Do it, with this note, and this state if it is to change. */
        record Do(Optional<RecordState> state, String note) implements Verdict {}

        /** It is so already. */
        record Already() implements Verdict {}

        /** No. */
        record Not(Refusal refusal) implements Verdict {}
    }

    private StateRule() {}

    static Verdict judge(
            CardAction action, Press press, PlatformUser user, ConversationLink link, RecordSnapshot record) {
        if (record.state().ended() || !record.active()) {
            return not(Reason.STATE_FORBIDS, record.number() + " is " + label(record) + " already.");
        }
        if (record.state() == RecordState.IN_PROGRESS && record.assignedTo(user.sysId())) {
            return new Verdict.Already();
        }
        return switch (action) {
            case ACKNOWLEDGE -> acknowledge(press, user, link, record);
            case TAKE_OVER -> takeOver(press, user, record);
        };
    }

    private static Verdict acknowledge(Press press, PlatformUser user, ConversationLink link, RecordSnapshot record) {
        if (record.assignee().isPresent() && !record.assignedTo(user.sysId())) {
            return assignedToAnother(Reason.ASSIGNED_TO_ANOTHER, "", record);
        }
        long newest = link.card().orElseThrow().generation();
        if (press.generation().isEmpty() || press.generation().getAsLong() < newest) {
            return not(
                    Reason.STALE_CARD,
                    "That card was out of date, so nothing was done. It shows the present state now; press again if it still fits.");
        }
        return switch (record.state()) {
            case NEW -> new Verdict.Do(Optional.of(RecordState.IN_PROGRESS), "Acknowledged by " + named(press, user));
            case IN_PROGRESS -> new Verdict.Do(Optional.empty(), "Acknowledged by " + named(press, user));
            case ON_HOLD, OTHER, RESOLVED, CLOSED, CANCELED ->
                not(
                        Reason.STATE_FORBIDS,
                        record.number() + " is " + label(record)
                                + " and cannot be acknowledged from here. Change its state in ServiceNow first.");
        };
    }

    private static Verdict takeOver(Press press, PlatformUser user, RecordSnapshot record) {
        Optional<Assignee> now = record.assignee();
        if (!now.map(Assignee::userId).equals(press.replaces())) {
            return now.isPresent() && !record.assignedTo(user.sysId())
                    ? assignedToAnother(Reason.ASSIGNEE_CHANGED, "The assignee has changed meanwhile. ", record)
                    : not(
                            Reason.ASSIGNEE_CHANGED,
                            record.number() + " is not assigned to them any more. Use the card to acknowledge it.");
        }
        Optional<RecordState> state =
                record.state() == RecordState.NEW ? Optional.of(RecordState.IN_PROGRESS) : Optional.empty();
        String from = now.map(Assignee::name).orElse("nobody");
        return new Verdict.Do(state, "Taken over from " + from + " by " + named(press, user));
    }

    /** Whether what the press asked for shows on the record, whoever pressed: its note was written, so the rest was asked for too. */
    static boolean tookHold(Press press, RecordSnapshot record) {
        Optional<String> assignee = record.assignee().map(Assignee::userId);
        return record.state() != RecordState.NEW && assignee.isPresent() && !assignee.equals(press.replaces());
    }

    private static Verdict assignedToAnother(Reason reason, String before, RecordSnapshot record) {
        Assignee other = record.assignee().orElseThrow();
        return new Verdict.Not(new Refusal(
                reason,
                before + record.number() + " is assigned to " + other.name()
                        + ", so nothing was done. Take it over if that is agreed.",
                Optional.of(new CardButton(
                        CardAction.TAKE_OVER, record.ref(), record.modCount(), Optional.of(other.userId())))));
    }

    private static String named(Press press, PlatformUser user) {
        return user.name() + " <" + user.email() + "> from " + press.platform().label() + ".";
    }

    private static String label(RecordSnapshot record) {
        return record.state() == RecordState.OTHER
                ? "in a state of your own"
                : record.state().label();
    }

    private static Verdict not(Reason reason, String sentence) {
        return new Verdict.Not(Refusal.of(reason, sentence));
    }
}
