package dev.belay.action;

import dev.belay.card.CardAction;
import dev.belay.event.Press;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordSnapshot;
import java.util.Optional;
import java.util.Set;

/** Makes a candidate a major incident. Whose it is stays as it is: Acknowledge and Take over say that. */
public record Accept() implements Action {
    @Override
    public CardAction id() {
        return CardAction.ACCEPT;
    }

    @Override
    public String doing() {
        return "Accepting as major";
    }

    @Override
    public Set<Surface> surfaces() {
        return Set.of(Surface.CARD, Surface.PRIVATE_ANSWER);
    }

    @Override
    public boolean isOffered(RecordSnapshot record) {
        return Candidates.isCandidate(record);
    }

    @Override
    public Judgement judge(Request request, RecordSnapshot record) {
        return Candidates.decide(
                record, MajorIncident.ACCEPTED, "Accepted as a major incident by " + request.signature());
    }

    @Override
    public boolean tookEffect(Press press, RecordSnapshot record) {
        return record.life().major() == MajorIncident.ACCEPTED;
    }

    @Override
    public Optional<Happening> happening(Press press, String who, RecordSnapshot record) {
        return Optional.of(new Happening(press.pressId(), Kind.MAJOR_ACCEPTED, press.acceptedAt(), who, ""));
    }
}
