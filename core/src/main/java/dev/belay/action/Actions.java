package dev.belay.action;

import dev.belay.action.Refusal.Reason;
import dev.belay.card.Card;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.chat.Platform;
import dev.belay.dialog.Dialog;
import dev.belay.event.PressedButton;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The actions, and what several of them say alike. */
public final class Actions {
    private Actions() {}

    public static Action of(CardAction id) {
        return switch (id) {
            case ACKNOWLEDGE -> new Acknowledge();
            case PAGE -> new Page();
            case TAKE_OVER -> new TakeOver();
            case HAND_OVER -> new HandOver();
            case ACCEPT -> new Accept();
            case REJECT -> new Reject();
            case POSTMORTEM -> new Postmortem();
        };
    }

    /** What is asked when this button is pressed; none where it is not known, or done at once. */
    public static Optional<Dialog> dialog(PressedButton button) {
        Optional<CardAction> action = CardAction.of(button.action());
        return action.isEmpty() ? Optional.empty() : of(action.get()).dialog(button.options());
    }

    /** Whether something outside the record may come before what this button does to it. */
    public static boolean actsFirst(PressedButton button) {
        return CardAction.of(button.action())
                .map(Actions::of)
                .filter(Action::actsFirst)
                .isPresent();
    }

    /** The buttons that a record's card has now on a platform, in order. */
    public static List<CardButton> offeredOn(RecordSnapshot record, Platform platform, Settings settings) {
        return Arrays.stream(CardAction.values())
                .filter(id -> of(id).surfaces().contains(Surface.CARD) && of(id).isOffered(record))
                .map(id -> button(id, record, platform, settings))
                .toList();
    }

    /** The button of an action, as it is drawn of this record on a platform. */
    public static CardButton button(CardAction id, RecordSnapshot record, Platform platform, Settings settings) {
        return CardButton.of(
                        id,
                        record,
                        settings.table(record.ref().table()).card(),
                        of(id).options(record, platform, settings))
                .labelled(of(id).label(record, platform, settings));
    }

    /** The button of an action that is offered to whoever asked for another. */
    static CardButton offer(CardAction id, RecordSnapshot record, Request request) {
        return button(id, record, request.press().platform(), request.settings());
    }

    static Judgement over(RecordSnapshot record) {
        return Judgement.not(Reason.STATE_FORBIDS, record.number() + " is " + label(record) + " already.");
    }

    static String label(RecordSnapshot record) {
        return record.stateLabel().equals(RecordState.OTHER.label()) ? "in a state of your own" : record.stateLabel();
    }

    /**
     * Whether the card that was pressed showed something else than the record is now. A work note makes no card stale: it shows
     * nowhere. A card that does not say what it showed is judged by its generation.
     */
    static boolean isStale(Request request, RecordSnapshot record) {
        PressedButton button = request.press().button();
        if (button.shown().isPresent()) {
            return !button.shown()
                    .get()
                    .equals(Card.shown(
                            record,
                            request.settings().table(record.ref().table()).card()));
        }
        long newest = request.link().conversation().card().generation();
        return button.generation().isEmpty() || button.generation().getAsLong() < newest;
    }
}
