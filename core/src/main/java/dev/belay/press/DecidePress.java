package dev.belay.press;

import dev.belay.action.Action;
import dev.belay.action.Judgement;
import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import dev.belay.action.Request;
import dev.belay.card.CardAction;
import dev.belay.dialog.Dialog;
import dev.belay.event.Press;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.ConversationLink.Made;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Decides what is to be done about a press, by reading the outside only. A write is decided on under the record's lease. */
final class DecidePress {
    private static final System.Logger LOG = System.getLogger(DecidePress.class.getName());

    /** What is to be done. */
    sealed interface Decision {
        /** The change is written, and the card shows it. The press holds the record's lease until then. */
        record Write(Request request, Judgement.Write change, RecordSnapshot before) implements Decision {}

        /** It is so already: the card shows it. */
        record Show(Made link, RecordSnapshot record) implements Decision {}

        /** The person is told no. */
        record Refuse(Refusal refusal) implements Decision {}

        /** What the person pressed on is not what is so: the card is drawn again, and they are told. */
        record Correct(Refusal refusal, Made link, RecordSnapshot record) implements Decision {}

        /** The card that was pressed showed something else: it is drawn again. */
        record Stale(CardAction action, Made link, RecordSnapshot record) implements Decision {}

        /** Nothing yet: ask again after this time. */
        record Wait(Duration retryAfter) implements Decision {}
    }

    private final Gates gates;
    private final NamedPeople people;
    private final Records records;
    private final RecordLease lease;
    private final Clock clock;

    DecidePress(Gates gates, NamedPeople people, Records records, RecordLease lease, Clock clock) {
        this.gates = gates;
        this.people = people;
        this.records = records;
        this.lease = lease;
        this.clock = clock;
    }

    boolean expired(Press press, Settings settings) {
        return clock.instant().isAfter(press.acceptedAt().plus(settings.pressLife()));
    }

    Decision decide(Press press, ChatPlatform chat, Settings settings) {
        if (expired(press, settings)) {
            return new Decision.Refuse(Refusal.of(
                    Reason.EXPIRED,
                    "What you pressed could not be performed within " + inWords(settings.pressLife())
                            + ", so it was dropped. Look at the card and press again if it still fits."));
        }
        return switch (gates.authorize(press, chat, settings)) {
            case Authorization.Denied(Refusal refusal) -> new Decision.Refuse(refusal);
            case Authorization.NotYet(Duration retryAfter) -> new Decision.Wait(retryAfter);
            case Authorization.Granted(Action action, Request request) ->
                lease.take(press).<Decision>map(Decision.Wait::new).orElseGet(() -> judgeAlone(action, request, chat));
        };
    }

    /** Nothing but a write needs the lease any longer. */
    private Decision judgeAlone(Action action, Request request, ChatPlatform chat) {
        Decision decision;
        try {
            decision = ask(action, request, chat);
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            lease.release(request.press());
            throw e;
        }
        if (!(decision instanceof Decision.Write)) {
            lease.release(request.press());
        }
        return decision;
    }

    /** What was entered is looked at once more: ingress did so first, for the person's sake. */
    private Decision ask(Action action, Request request, ChatPlatform chat) {
        Press press = request.press();
        Optional<Dialog> dialog = action.dialog(press.button().options());
        if (dialog.isEmpty()) {
            return judge(action, request);
        }
        if (press.input().isEmpty()) {
            return new Decision.Refuse(Refusals.notAsked(action.id(), press.button()));
        }
        Map<String, String> problems = dialog.get().problems(press.input());
        if (!problems.isEmpty()) {
            return new Decision.Refuse(Refusals.input(problems.values(), action.id(), press.button()));
        }
        try {
            return judge(action, request.naming(people.in(dialog.get(), press, chat)));
        } catch (Rejected e) {
            return notRead(e, press);
        }
    }

    /** Whoever was named and cannot be read is nobody that anything is done with. */
    private static Decision notRead(Rejected e, Press press) {
        LOG.log(System.Logger.Level.ERROR, "{0}: who was named cannot be read: {1}", press, e.getMessage());
        return new Decision.Refuse(Refusals.namedNotRead());
    }

    private static String inWords(Duration life) {
        return life.toMinutes() < 2 ? life.toSeconds() + " seconds" : life.toMinutes() + " minutes";
    }

    private Decision judge(Action action, Request request) {
        Optional<RecordSnapshot> found = records.find(request.press().record());
        if (found.isEmpty()) {
            return new Decision.Refuse(Refusals.recordMissing());
        }
        RecordSnapshot record = found.get();
        Made link = request.link();
        return switch (action.judge(request, record)) {
            case Judgement.Write change -> new Decision.Write(request, change, record);
            case Judgement.Already() -> new Decision.Show(link, record);
            case Judgement.Stale() -> new Decision.Stale(action.id(), link, record);
            case Judgement.Not(Refusal refusal) ->
                !link.conversation().shows(record.generation())
                        ? new Decision.Correct(refusal, link, record)
                        : new Decision.Refuse(refusal);
        };
    }
}
