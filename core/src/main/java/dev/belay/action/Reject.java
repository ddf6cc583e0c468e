package dev.belay.action;

import dev.belay.card.CardAction;
import dev.belay.dialog.Dialog;
import dev.belay.dialog.Field;
import dev.belay.dialog.Field.Option;
import dev.belay.event.Press;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.MajorIncident;
import dev.belay.record.RecordSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of a candidate that it is no major incident, and why. The incident goes on as it was. */
public record Reject() implements Action {
    /** The field that says why. */
    static final String REASON = "reason";

    private static final int LONGEST = 1_000;

    @Override
    public CardAction id() {
        return CardAction.REJECT;
    }

    @Override
    public String doing() {
        return "Rejecting a candidate";
    }

    @Override
    public Set<Surface> surfaces() {
        return Set.of(Surface.CARD, Surface.PRIVATE_ANSWER);
    }

    @Override
    public Optional<Dialog> dialog(List<Option> options) {
        return Optional.of(new Dialog(
                "Reject the candidate",
                "Reject",
                List.of(new Field.Words(REASON, "Why is it no major incident?", true, LONGEST))));
    }

    @Override
    public boolean isOffered(RecordSnapshot record) {
        return Candidates.isCandidate(record);
    }

    @Override
    public Judgement judge(Request request, RecordSnapshot record) {
        return Candidates.decide(
                record,
                MajorIncident.REJECTED,
                "Rejected as a major incident by " + request.signature() + "\n" + reason(request.press()));
    }

    @Override
    public boolean tookEffect(Press press, RecordSnapshot record) {
        return record.life().major() == MajorIncident.REJECTED;
    }

    @Override
    public Optional<Happening> happening(Press press, String who, RecordSnapshot record) {
        return Optional.of(new Happening(
                press.pressId(), Kind.MAJOR_REJECTED, press.acceptedAt(), who, "", reason(press), List.of()));
    }

    private static String reason(Press press) {
        return press.input().one(REASON).orElse("");
    }
}
