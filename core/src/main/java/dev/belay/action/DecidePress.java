package dev.belay.action;

import dev.belay.action.Gates.Passage;
import dev.belay.action.Refusal.Reason;
import dev.belay.action.StateRule.Verdict;
import dev.belay.chat.Chat;
import dev.belay.event.Press;
import dev.belay.link.ConversationLink;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides what is to be done about a press, by reading only. */
final class DecidePress {
    /** What is to be done. */
    sealed interface Step {
        /** The change is written, and the card shows it. */
        record Write(Passage.Admitted admitted, Verdict.Do todo) implements Step {}

        /** It is so already: the card shows it. */
        record Show(ConversationLink link, RecordSnapshot record) implements Step {}

        /** The person is told no. */
        record Refuse(Refusal refusal) implements Step {}

        /** What the person pressed on is not what is so: the card is drawn again, and they are told. */
        record Correct(Refusal refusal, ConversationLink link, RecordSnapshot record) implements Step {}
    }

    private final Gates gates;
    private final Records records;
    private final Supplier<Settings> settings;
    private final Clock clock;

    DecidePress(Gates gates, Records records, Supplier<Settings> settings, Clock clock) {
        this.gates = gates;
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    boolean expired(Press press) {
        return clock.instant().isAfter(press.acceptedAt().plus(settings.get().pressLife()));
    }

    Step decide(Press press, Chat chat) {
        Settings now = settings.get();
        if (expired(press)) {
            return new Step.Refuse(Refusal.of(
                    Reason.EXPIRED,
                    "Your press could not be performed within " + inWords(now.pressLife())
                            + ", so it was dropped. Look at the card and press again if it still fits."));
        }
        return switch (gates.pass(press, chat, now)) {
            case Passage.Barred(Refusal refusal) -> new Step.Refuse(refusal);
            case Passage.Admitted admitted -> onRecord(press, admitted);
        };
    }

    private static String inWords(Duration life) {
        return life.toMinutes() < 2 ? life.toSeconds() + " seconds" : life.toMinutes() + " minutes";
    }

    private Step onRecord(Press press, Passage.Admitted admitted) {
        Optional<RecordSnapshot> found = records.find(press.record());
        if (found.isEmpty()) {
            return new Step.Refuse(Refusal.of(
                    Reason.RECORD_MISSING, "ServiceNow does not show that record any more; it may be deleted."));
        }
        RecordSnapshot record = found.get();
        ConversationLink link = admitted.link();
        return switch (StateRule.judge(admitted.action(), press, admitted.user(), link, record)) {
            case Verdict.Do todo -> new Step.Write(admitted, todo);
            case Verdict.Already() -> new Step.Show(link, record);
            case Verdict.Not(Refusal refusal) ->
                refusal.reason() == Reason.STALE_CARD || !link.shows(record.modCount())
                        ? new Step.Correct(refusal, link, record)
                        : new Step.Refuse(refusal);
        };
    }
}
