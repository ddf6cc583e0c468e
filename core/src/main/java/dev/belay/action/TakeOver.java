package dev.belay.action;

import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardAction;
import dev.belay.event.PersonalNotice;
import dev.belay.event.PersonalNotice.Recipient;
import dev.belay.event.Press;
import dev.belay.record.Assignee;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import dev.belay.record.SysId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a record from the assignee whom the offer named; refused if that changed meanwhile. */
public record TakeOver() implements Action {
    @Override
    public CardAction id() {
        return CardAction.TAKE_OVER;
    }

    @Override
    public String doing() {
        return "Taking over";
    }

    @Override
    public Set<Surface> surfaces() {
        return Set.of(Surface.CARD, Surface.PRIVATE_ANSWER);
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
        if (record.assignedTo(request.user().sysId()) && !record.awaitsStart()) {
            return new Judgement.Already();
        }
        if (record.assignedTo(request.user().sysId())) {
            return new Judgement.Not(new Refusal(
                    Reason.STATE_FORBIDS,
                    record.number()
                            + " is assigned to you already, so there is nobody to take it from. Acknowledge it.",
                    Optional.of(Actions.offer(CardAction.ACKNOWLEDGE, record, request))));
        }
        Optional<Assignee> now = record.assignee();
        if (!now.map(Assignee::userId).equals(request.press().button().replaces())) {
            return now.map(other -> offered(
                            Reason.ASSIGNEE_CHANGED, "The assignee has changed meanwhile. ", record, other, request))
                    .orElseGet(() -> Judgement.not(
                            Reason.ASSIGNEE_CHANGED,
                            record.number() + " is not assigned to them any more. Use the card to acknowledge it."));
        }
        Fields assigned = Fields.NONE.assignee(request.user().sysId());
        return new Judgement.Write(
                record.awaitsStart() ? assigned.state(RecordState.IN_PROGRESS) : assigned,
                "Taken over from " + now.map(Assignee::name).orElse("nobody") + " by " + request.signature());
    }

    @Override
    public Optional<Happening> happening(Press press, String who, RecordSnapshot record) {
        return Optional.of(new Happening(press.pressId(), Kind.TAKEN_OVER, press.acceptedAt(), who, ""));
    }

    @Override
    public boolean tookEffect(Press press, RecordSnapshot record) {
        return changedHands(press, record);
    }

    /** Whoever had it as the press shows: they are told. */
    @Override
    public List<Notice> notices(Press press, RecordSnapshot record) {
        return press.button().replaces().map(SysId::new).stream()
                .map(before -> new Notice(
                        new Recipient.OfRecord(before),
                        PersonalNotice.WHO + " took " + record.number() + " over from you."))
                .toList();
    }

    /** Whether somebody else has it than when the button was drawn. */
    static boolean changedHands(Press press, RecordSnapshot record) {
        Optional<String> assignee = record.assignee().map(Assignee::userId);
        return !record.awaitsStart()
                && assignee.isPresent()
                && !assignee.equals(press.button().replaces());
    }

    static boolean isTheirs(Request request, RecordSnapshot record) {
        return (record.state() == RecordState.IN_PROGRESS || record.state() == RecordState.NEW)
                && !record.awaitsStart()
                && record.assignedTo(request.user().sysId());
    }

    /** No, but the person may take it over: the answer carries the button. */
    static Judgement offered(Reason reason, String before, RecordSnapshot record, Assignee other, Request request) {
        return new Judgement.Not(new Refusal(
                reason,
                before + record.number() + " is assigned to " + other.name()
                        + ", so nothing was done. Take it over if that is agreed.",
                Optional.of(Actions.offer(CardAction.TAKE_OVER, record, request))));
    }
}
