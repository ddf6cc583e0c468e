package dev.belay.action;

import dev.belay.action.Refusal.Reason;
import dev.belay.card.CardAction;
import dev.belay.event.Press;
import dev.belay.record.Assignee;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.RecordChange.Fields;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.RecordState;
import java.util.Optional;
import java.util.Set;

/** Takes a record on that is nobody's yet: a new one goes in progress, where its state can be set from here. */
public record Acknowledge() implements Action {
    @Override
    public CardAction id() {
        return CardAction.ACKNOWLEDGE;
    }

    @Override
    public String doing() {
        return "Acknowledging";
    }

    @Override
    public Set<Surface> surfaces() {
        return Set.of(Surface.CARD, Surface.PRIVATE_ANSWER);
    }

    @Override
    public boolean isOffered(RecordSnapshot record) {
        return record.awaitsStart()
                || ((record.state() == RecordState.NEW || record.state() == RecordState.IN_PROGRESS)
                        && record.assignee().isEmpty());
    }

    @Override
    public Judgement judge(Request request, RecordSnapshot record) {
        if (record.ended()) {
            return Actions.over(record);
        }
        if (TakeOver.isTheirs(request, record)) {
            return new Judgement.Already();
        }
        Optional<Assignee> other =
                record.assignee().filter(_ -> !record.assignedTo(request.user().sysId()));
        if (other.isPresent()) {
            return TakeOver.offered(Reason.ASSIGNED_TO_ANOTHER, "", record, other.get(), request);
        }
        if (Actions.isStale(request, record)) {
            return new Judgement.Stale();
        }
        Fields assigned = Fields.NONE.assignee(request.user().sysId());
        String note = "Acknowledged by " + request.signature();
        return switch (record.state()) {
            case NEW ->
                new Judgement.Write(record.awaitsStart() ? assigned.state(RecordState.IN_PROGRESS) : assigned, note);
            case IN_PROGRESS -> new Judgement.Write(assigned, note);
            case ON_HOLD, OTHER, RESOLVED, CLOSED, CANCELED ->
                Judgement.not(
                        Reason.STATE_FORBIDS,
                        record.number() + " is " + Actions.label(record)
                                + " and cannot be acknowledged from here. Change its state in ServiceNow first.");
        };
    }

    @Override
    public Optional<Happening> happening(Press press, String who, RecordSnapshot record) {
        return Optional.of(new Happening(press.pressId(), Kind.ACKNOWLEDGED, press.acceptedAt(), who, ""));
    }

    @Override
    public boolean tookEffect(Press press, RecordSnapshot record) {
        return !record.awaitsStart() && record.assignee().isPresent();
    }
}
