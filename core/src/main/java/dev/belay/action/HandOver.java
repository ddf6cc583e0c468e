package dev.belay.action;

import dev.belay.action.Refusal.Reason;
import dev.belay.action.Request.Named;
import dev.belay.card.CardAction;
import dev.belay.chat.ChatUser;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Field;
import dev.belay.dialog.Field.Option;
import dev.belay.event.PersonalNotice;
import dev.belay.event.PersonalNotice.Recipient;
import dev.belay.event.Press;
import dev.belay.person.Identity;
import dev.belay.person.PlatformUser;
import dev.belay.record.Assignee;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.SysId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a record that somebody has to somebody else, who needs no role: they must be a full member of the workspace and one active
 * user of ServiceNow.
 */
public record HandOver() implements Action {
    /** The field that names who is to have it. */
    static final String TO = "to";

    @Override
    public CardAction id() {
        return CardAction.HAND_OVER;
    }

    @Override
    public String doing() {
        return "Handing over";
    }

    @Override
    public Set<Surface> surfaces() {
        return Set.of(Surface.CARD, Surface.PRIVATE_ANSWER);
    }

    @Override
    public Optional<Dialog> dialog(List<Option> options) {
        return Optional.of(
                new Dialog("Hand over", "Hand over", List.of(new Field.People(TO, "Who takes it over?", true, 1))));
    }

    @Override
    public boolean isOffered(RecordSnapshot record) {
        return !record.ended() && record.assignee().isPresent();
    }

    @Override
    public Judgement judge(Request request, RecordSnapshot record) {
        if (record.ended()) {
            return Actions.over(record);
        }
        if (request.named(TO).size() != 1) {
            return Judgement.not(Reason.INPUT_REFUSED, "Nobody was chosen, so nothing was done. Choose one person.");
        }
        Named next = request.named(TO).getFirst();
        Optional<String> stranger = next.whyNot();
        if (stranger.isPresent()) {
            return again(Reason.ADDRESSEE_UNKNOWN, stranger.get(), record, request);
        }
        if (!(next.identity() instanceof Identity.Known(PlatformUser user))) {
            return again(
                    Reason.ADDRESSEE_UNKNOWN,
                    next.name() + " is not exactly one active user of ServiceNow by e-mail address",
                    record,
                    request);
        }
        if (record.assignedTo(user.sysId())) {
            return new Judgement.Already();
        }
        Optional<Assignee> now = record.assignee();
        if (!now.map(Assignee::userId).equals(request.press().button().replaces())) {
            return again(
                    Reason.ASSIGNEE_CHANGED,
                    record.number() + " is assigned to "
                            + now.map(Assignee::name).orElse("nobody") + " by now",
                    record,
                    request);
        }
        Fields assigned = Fields.NONE.assignee(user.sysId());
        return new Judgement.Write(
                record.awaitsStart() ? assigned.state(RecordState.IN_PROGRESS) : assigned,
                "Handed over from " + now.map(Assignee::name).orElse("nobody") + " to " + user.name() + " <"
                        + user.email() + "> by " + request.signature());
    }

    @Override
    public Optional<Happening> happening(Press press, String who, RecordSnapshot record) {
        return Optional.of(new Happening(
                press.pressId(),
                Kind.HANDED_OVER,
                press.acceptedAt(),
                who,
                record.assignee().map(Assignee::name).orElse("")));
    }

    @Override
    public boolean tookEffect(Press press, RecordSnapshot record) {
        return TakeOver.changedHands(press, record);
    }

    /** Who has it now, and who had it. */
    @Override
    public List<Notice> notices(Press press, RecordSnapshot record) {
        String number = record.number();
        List<Notice> notices = new ArrayList<>();
        press.input()
                .one(TO)
                .map(id -> new ChatUser(press.platform(), press.workspace(), id))
                .filter(next -> !next.equals(press.user()))
                .ifPresent(next -> notices.add(new Notice(
                        new Recipient.InChat(next),
                        PersonalNotice.WHO + " handed " + number + " over to you: " + record.shortDescription())));
        press.button()
                .replaces()
                .map(SysId::new)
                .ifPresent(before -> notices.add(new Notice(
                        new Recipient.OfRecord(before),
                        PersonalNotice.WHO + " handed " + number + " over from you to "
                                + record.assignee().map(Assignee::name).orElse("somebody else") + ".")));
        return notices;
    }

    /** No, and the dialog is offered again. */
    private static Judgement again(Reason reason, String why, RecordSnapshot record, Request request) {
        return new Judgement.Not(new Refusal(
                reason,
                why + ", so nothing was done. Choose again if it still fits.",
                Optional.of(Actions.offer(CardAction.HAND_OVER, record, request))));
    }
}
