package dev.belay.press;

import dev.belay.action.Action;
import dev.belay.action.Actions;
import dev.belay.action.Judgement;
import dev.belay.action.Refusal;
import dev.belay.action.Request;
import dev.belay.action.Request.Named;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what is to be done about a press, by reading the outside only. A write is decided on under the record's lease. */
final class DecidePress {
    private static final System.Logger LOG = System.getLogger(DecidePress.class.getName());

    /** What is to be done. */
    sealed interface Decision {
        /** The change is written, and the card shows it. The press holds the record's lease until then. */
        record Write(Request request, Judgement.Write change, RecordSnapshot before) implements Decision {}

        /**
         * Something else comes before the write, without the record's lease; then it is decided once more.
         *
         * @param late whether the press is too old to begin it now
         */
        record First(Request request, Judgement.First judgement, RecordSnapshot record, boolean late)
                implements Decision {}

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
    private final BegunPage page;
    private final Records records;
    private final RecordLease lease;
    private final Clock clock;

    DecidePress(Gates gates, NamedPeople people, BegunPage page, Records records, RecordLease lease, Clock clock) {
        this.gates = gates;
        this.people = people;
        this.page = page;
        this.records = records;
        this.lease = lease;
        this.clock = clock;
    }

    boolean expired(Press press, Settings settings) {
        return clock.instant().isAfter(press.acceptedAt().plus(settings.pressLife()));
    }

    /**
     * @param begun whether an earlier run may have done what comes before the write: that is brought to its end, however late
     */
    Decision decide(Press press, ChatPlatform chat, Settings settings, boolean begun) {
        if (expired(press, settings) && !(begun && Actions.actsFirst(press.button()))) {
            return new Decision.Refuse(Refusals.expired(settings.pressLife()));
        }
        return switch (gates.authorize(press, chat, settings)) {
            case Authorization.Denied(Refusal refusal) -> new Decision.Refuse(refusal);
            case Authorization.NotYet(Duration retryAfter) -> new Decision.Wait(retryAfter);
            case Authorization.Granted(Action action, Request request) ->
                begun && page.came(press).isPresent() ? inTurn(action, request) : decideNamed(action, request, chat);
        };
    }

    /** Whom it names is looked up before its turn: that takes longer than anybody else should wait for. */
    private Decision decideNamed(Action action, Request request, ChatPlatform chat) {
        Request naming;
        try {
            naming = request.naming(named(action, request, chat));
        } catch (Rejected e) {
            return notRead(e, request.press());
        }
        return inTurn(action, naming);
    }

    /** Of what cannot be used nobody is looked up. */
    private Map<String, List<Named>> named(Action action, Request request, ChatPlatform chat) {
        Press press = request.press();
        return action.dialog(press.button().options())
                .filter(dialog -> dialog.problems(press.input()).isEmpty())
                .map(dialog -> people.in(dialog, request, chat))
                .orElse(Map.of());
    }

    private Decision inTurn(Action action, Request request) {
        return lease.take(request.press())
                .<Decision>map(Decision.Wait::new)
                .orElseGet(() -> judgeAlone(action, request));
    }

    /** Nothing but a write needs the lease any longer. */
    private Decision judgeAlone(Action action, Request request) {
        Decision decision;
        try {
            decision = records.find(request.press().record())
                    .map(record -> judgeEntered(action, request, record))
                    .orElseGet(() -> new Decision.Refuse(Refusals.recordMissing()));
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            lease.release(request.press());
            throw e;
        }
        if (!(decision instanceof Decision.Write)) {
            lease.release(request.press());
        }
        return decision;
    }

    private Decision judgeEntered(Action action, Request request, RecordSnapshot record) {
        return action.dialog(request.press().button().options())
                .flatMap(dialog -> unusable(dialog, action, request, record))
                .<Decision>map(Decision.Refuse::new)
                .orElseGet(() -> judge(action, request, record));
    }

    /** What was entered is looked at once more: ingress did so first, for the person's sake. */
    private static Optional<Refusal> unusable(Dialog dialog, Action action, Request request, RecordSnapshot record) {
        Press press = request.press();
        CardButton now = Actions.button(action.id(), record, press.platform(), request.settings());
        if (press.input().isEmpty()) {
            return Optional.of(Refusals.notAsked(now));
        }
        Map<String, String> problems = dialog.problems(press.input());
        return problems.isEmpty() ? Optional.empty() : Optional.of(Refusals.input(problems.values(), now));
    }

    /** Whoever was named and cannot be read is nobody that anything is done with. */
    private static Decision notRead(Rejected e, Press press) {
        LOG.log(System.Logger.Level.ERROR, "{0}: who was named cannot be read: {1}", press, e.getMessage());
        return new Decision.Refuse(Refusals.namedNotRead());
    }

    private Decision judge(Action action, Request request, RecordSnapshot record) {
        Made link = request.link();
        return switch (action.judge(request, record)) {
            case Judgement.Write change -> new Decision.Write(request, change, record);
            case Judgement.First first ->
                new Decision.First(request, first, record, expired(request.press(), request.settings()));
            case Judgement.Already() -> new Decision.Show(link, record);
            case Judgement.Stale() -> new Decision.Stale(action.id(), link, record);
            case Judgement.Not(Refusal refusal) ->
                !link.conversation().shows(record.generation())
                        ? new Decision.Correct(refusal, link, record)
                        : new Decision.Refuse(refusal);
        };
    }
}
