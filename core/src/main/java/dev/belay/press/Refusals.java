package dev.belay.press;

import dev.belay.action.Actions;
import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardButton;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Field;
import dev.belay.event.Press;
import dev.belay.record.Assignee;
import dev.belay.record.Happening;
import dev.belay.record.RecordSnapshot;
import dev.belay.text.PlainText;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences for a person whose press was not done for a reason that is no action's own. */
final class Refusals {
    static final String PAGE_INTERRUPTED =
            "Paging was interrupted and could not be taken up again in time, so it is not known whether anybody was paged. Look at the pager, or page again.";

    static final String PERHAPS_PAGED = "An earlier try may have paged somebody all the same: look at the pager.";

    static final String PAGER_KEY =
            "Belay has no key that the pager accepts, so it paged nobody. Reach those on call in another way, and tell whoever runs Belay.";

    static final String PAGE_LIMITED =
            "The pager took nothing because of its rate limit, so nobody was called in. Page again, or reach them in another way.";

    static final String PAGER_NOT_REACHED =
            "The pager was not reached in time, so nobody was called in. Page again, or reach them in another way.";

    static final String COMMAND_AGAIN = "Give the command again with what fits.";

    private Refusals() {}

    /** What a press did before its write, whatever became of that. */
    static String cameOfIt(Happening happening) {
        return "This came of it all the same: " + happening.what()
                + (happening.what().endsWith(".") ? "" : ".");
    }

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

    static Refusal expired(Duration life) {
        return Refusal.of(
                Reason.EXPIRED,
                "What you pressed could not be performed within " + inWords(life)
                        + ", so it was dropped. Look at the card and press again if it still fits.");
    }

    private static String inWords(Duration life) {
        return life.toMinutes() < 2 ? life.toSeconds() + " seconds" : life.toMinutes() + " minutes";
    }

    /** The press is not refused yet: it is tried again, and it ages. */
    static Refusal pageWaits(Duration life) {
        return Refusal.of(
                Reason.PAGE_WAITS,
                "The pager is rate limited at the moment and took nothing, so nobody is called in yet. Your page is tried again until it is "
                        + inWords(life)
                        + " old, and you are told if that fails. If it is urgent, reach them in another way.");
    }

    /** What a person typed is given back to them, so that they need not type it again; empty where they typed nothing. */
    static String typed(Press press) {
        String all = Actions.dialog(press.button()).map(Dialog::fields).orElse(List.of()).stream()
                .filter(field -> field instanceof Field.Words || field instanceof Field.WebAddress)
                .flatMap(field -> press.input().of(field.id()).stream())
                .collect(Collectors.joining("\n"));
        return all.isEmpty() ? "" : " You wrote: " + all;
    }

    /** Its dialog did not open: the answer carries the button that opens it. */
    static Refusal notAsked(CardButton now) {
        return new Refusal(
                Reason.NOT_ASKED,
                "The form of “" + now.label() + "” did not open, so nothing was done. Press again.",
                Optional.of(now));
    }

    /** What was entered cannot be used. */
    static Refusal input(Collection<String> problems, CardButton now) {
        return new Refusal(
                Reason.INPUT_REFUSED,
                "What you entered could not be used, so nothing was done: " + String.join(" ", problems),
                Optional.of(now));
    }

    static Refusal namedNotRead() {
        return Refusal.of(
                Reason.ADDRESSEE_UNKNOWN,
                "Whom you named could not be looked up in ServiceNow, so nothing was done. Whoever runs Belay finds the reason in the log.");
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

    /** What came first took effect, whatever became of the note. */
    static Refusal pageNotNoted() {
        return Refusal.of(
                Reason.RECORD_REFUSED,
                "What you asked for was taken up, but ServiceNow did not take its work note. Open the record there: its rules may ask for more.");
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

    /**
     * The press is not refused yet: it is tried again, and it ages.
     *
     * @param label of the system that refuses us, as people know it
     */
    static Refusal credentialRefused(String label, Duration life) {
        return Refusal.of(
                Reason.CREDENTIAL_REFUSED,
                label
                        + " does not accept Belay's credential at the moment, so your press is not done yet. It is tried again until it is "
                        + inWords(life)
                        + " old, and you are told if it is dropped. Whoever runs Belay has been alerted. If it is urgent, work on the record in ServiceNow.");
    }

    static Refusal givenUp() {
        return Refusal.of(
                Reason.GIVEN_UP,
                "Your press could not be performed, and whoever runs Belay has been alerted. Open the record in ServiceNow meanwhile.");
    }
}
