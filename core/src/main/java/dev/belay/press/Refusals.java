package dev.belay.press;

import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.event.PressedButton;
import dev.belay.record.Assignee;
import dev.belay.record.RecordSnapshot;
import dev.belay.text.PlainText;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** The sentences for a person whose press was not done for a reason that is no action's own. */
final class Refusals {
    private Refusals() {}

    static Refusal stale() {
        return Refusal.of(
                Reason.STALE_CARD,
                "That card was out of date, so nothing was done. It shows the present state now; press again if it still fits.");
    }

    /** The card stays as it is, so the answer says how things are and carries the button as it would be drawn now. */
    static Refusal staleForGood(CardButton now, RecordSnapshot record) {
        return new Refusal(
                Reason.STALE_CARD,
                "That card is out of date and cannot be changed any more, so nothing was done. " + record.number()
                        + " is " + record.stateLabel() + " now, priority "
                        + (record.priority() == 0 ? "none" : record.priority()) + ", assigned to "
                        + record.assignee().map(Assignee::name).orElse("nobody")
                        + title(record) + ". Press here if it still fits.",
                Optional.of(now));
    }

    private static String title(RecordSnapshot record) {
        String title = PlainText.line(record.shortDescription());
        return title.isEmpty() ? "" : ": " + title;
    }

    /** Its dialog did not open: the answer carries the button that opens it. */
    static Refusal notAsked(CardAction action, PressedButton pressed) {
        return new Refusal(
                Reason.NOT_ASKED,
                "The form of “" + action.label() + "” did not open, so nothing was done. Press again.",
                Optional.of(again(action, pressed)));
    }

    /** What was entered cannot be used. */
    static Refusal input(Collection<String> problems, CardAction action, PressedButton pressed) {
        return new Refusal(
                Reason.INPUT_REFUSED,
                "What you entered could not be used, so nothing was done: " + String.join(" ", problems),
                Optional.of(again(action, pressed)));
    }

    static Refusal namedNotRead() {
        return Refusal.of(
                Reason.ADDRESSEE_UNKNOWN,
                "Whom you named could not be looked up in ServiceNow, so nothing was done. Whoever runs Belay finds the reason in the log.");
    }

    private static CardButton again(CardAction action, PressedButton pressed) {
        return new CardButton(
                action,
                pressed.record(),
                pressed.generation().orElse(0),
                pressed.shown().orElse(""),
                pressed.replaces(),
                pressed.options());
    }

    static Refusal unknown() {
        return Refusal.of(
                Reason.UNKNOWN_OUTCOME,
                "ServiceNow does not answer, so it is not known whether your press was done. Look at the record before you press again.");
    }

    static Refusal recordMissing() {
        return Refusal.of(Reason.RECORD_MISSING, "ServiceNow does not show that record any more; it may be deleted.");
    }

    static Refusal recordRefused() {
        return Refusal.of(
                Reason.RECORD_REFUSED,
                "ServiceNow did not take the change. Open the record there: its rules may ask for more.");
    }

    static Refusal partlyTaken() {
        return Refusal.of(
                Reason.PARTLY_TAKEN,
                "ServiceNow took your work note but not all of the change: one of its rules, or a right that Belay lacks, stands in the way. Open the record there to finish it.");
    }

    /** The change was written, and the record's count says that somebody wrote between our reading and our writing. */
    static Refusal changedMeanwhile(RecordSnapshot record) {
        return Refusal.of(
                Reason.CHANGED_MEANWHILE,
                "Your press was done, but somebody changed " + record.number()
                        + " at the same moment. Look whether its assignee is whom you expect.");
    }

    /** The press is not refused yet: it waits, and it ages. */
    static Refusal paused(Duration life) {
        return Refusal.of(
                Reason.PAUSED,
                "Whoever runs Belay has paused it, so your press waits. If the pause lasts, it is dropped when it is older than "
                        + life.toMinutes()
                        + " minutes, and you are told. If it is urgent, work on the record in ServiceNow.");
    }

    static Refusal givenUp() {
        return Refusal.of(
                Reason.GIVEN_UP,
                "Your press could not be performed, and whoever runs Belay has been alerted. Open the record in ServiceNow meanwhile.");
    }
}
