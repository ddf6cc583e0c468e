package dev.belay.press;

import dev.belay.action.Refusal;
import dev.belay.card.CardAction;
import dev.belay.event.HandledEvents;
import dev.belay.event.HandledEvents.Claim;
import dev.belay.event.Press;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.pager.PageOrders;
import dev.belay.pager.Pager;
import dev.belay.platform.ChatPlatform;
import dev.belay.press.DecidePress.Decision;
import dev.belay.record.Chronicles;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Does what a person pressed, once: claim, authorize, judge, carry out, finish. Idempotent: it may be killed after any outside call
 * and run again with the same press. Presses of several people on one record may be worked on at the same time: from reading the
 * record to having written it, one of them at a time holds its lease.
 */
public final class PerformAction {
    private static final System.Logger LOG = System.getLogger(PerformAction.class.getName());

    private final HandledEvents events;
    private final DecidePress decide;
    private final Records records;
    private final RecordLease lease;
    private final PageFirst pageFirst;
    private final ApplyPress apply;
    private final BegunPage page;
    private final GivenUp givenUp;
    private final FinishPress finish;
    private final Counters counters;
    private final RandomGenerator random;

    /**
     * @param tools what presses share
     */
    public PerformAction(
            Tools tools, Gates gates, NamedPeople people, FinishPress finish, Clock clock, RandomGenerator random) {
        this.events = tools.events();
        this.lease = new RecordLease(tools.leases());
        this.apply = new ApplyPress(tools, lease, people, finish);
        this.page = new BegunPage(events, tools.chronicles());
        this.decide = new DecidePress(gates, people, page, tools.records(), lease, clock);
        this.records = tools.records();
        this.pageFirst = new PageFirst(tools, people, finish);
        this.givenUp = new GivenUp(events, records, page, random);
        this.finish = finish;
        this.counters = tools.counters();
        this.random = random;
    }

    /**
     * The stores and systems that a press is performed on.
     *
     * @param pagers by the names that the settings give them
     */
    public record Tools(
            HandledEvents events,
            Leases leases,
            Records records,
            ConversationLinks links,
            Chronicles chronicles,
            PageOrders orders,
            Map<String, Pager> pagers,
            Counters counters) {}

    public PressOutcome perform(Press press, ChatPlatform chat, Settings settings) {
        PressOutcome outcome =
                switch (events.claim(press.pressId(), NoteReference.random(random))) {
                    case Claim.Done() -> new PressOutcome.Repeated();
                    case Claim.Held(Duration left) -> new PressOutcome.TooEarly(left);
                    case Claim.First(NoteReference reference) ->
                        first(new PressRun(press, chat, settings, reference, false));
                    case Claim.Again(NoteReference reference) ->
                        again(new PressRun(press, chat, settings, reference, true));
                };
        count(press, outcome);
        return outcome;
    }

    /** Tells the person, once, that everything is paused and their press waits. */
    public void paused(Press press, ChatPlatform chat, Settings settings) {
        finish.told(
                press,
                chat,
                Refusals.paused(settings.pressLife()),
                press.pressId() + "/paused",
                NoteReference.random(random));
    }

    /**
     * Tells the person, once, that a system refuses our credential, and that their press is tried for as long as it lives. A press that is
     * too old is not told of so: its end is near, and is told.
     *
     * @param label of that system, as people know it
     */
    public void credentialRefused(Press press, ChatPlatform chat, Settings settings, String label) {
        if (!decide.expired(press, settings)) {
            finish.told(
                    press,
                    chat,
                    Refusals.credentialRefused(label, settings.pressLife()),
                    press.pressId() + "/credential",
                    NoteReference.random(random));
        }
    }

    /** Tells the person that their press will not be performed, because something here is broken. */
    public void giveUp(Press press, ChatPlatform chat) {
        givenUp.refusal(press).ifPresent(refusal -> count(press, finish.refused(press, chat, refusal)));
    }

    /** As long as nothing was sent to the record, the next run is the first again, and need not ask ServiceNow what became of it. */
    private PressOutcome first(PressRun run) {
        Decision decision;
        try {
            decision = decide.decide(run.press(), run.chat(), run.settings(), false);
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            events.release(run.press().pressId());
            throw e;
        }
        try {
            return carryOut(decision, run);
        } catch (Unavailable | Rejected | CredentialsRefused | OutcomeUnknown e) {
            events.endLease(run.press().pressId());
            throw e;
        }
    }

    /** Whoever fails orderly gives the lease back, so that the retry need not wait for its end. */
    private PressOutcome again(PressRun run) {
        try {
            return resume(run);
        } catch (Unavailable | Rejected | CredentialsRefused | OutcomeUnknown e) {
            events.endLease(run.press().pressId());
            throw e;
        }
    }

    /**
     * An earlier run may have written: what its note's reference marks is done, whatever the record says by now. What took effect
     * before its write waits for its note as long as it must.
     */
    private PressOutcome resume(PressRun run) {
        boolean written;
        try {
            written = records.hasNote(run.press().record(), run.reference());
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            if (decide.expired(run.press(), run.settings()) && !page.isBegun(run.press())) {
                return finish.unknown(run.press(), run.chat(), run.settings());
            }
            throw e;
        }
        if (written) {
            lease.release(run.press());
            return apply.written(run);
        }
        return carryOut(decide.decide(run.press(), run.chat(), run.settings(), true), run);
    }

    private PressOutcome carryOut(Decision decision, PressRun run) {
        return switch (decision) {
            case Decision.Write decided -> apply.write(run, decided);
            case Decision.First first -> pageFirst(run, first);
            case Decision.Show(Made link, RecordSnapshot record) ->
                finish.already(run.press(), run.chat(), run.settings(), link, record);
            case Decision.Refuse(Refusal refusal) ->
                finish.refused(run.press(), run.chat(), givenUp.afterAll(run.press(), refusal, run.again()));
            case Decision.Correct(Refusal refusal, Made link, RecordSnapshot record) ->
                finish.corrected(
                        run.press(),
                        run.chat(),
                        run.settings(),
                        givenUp.afterAll(run.press(), refusal, run.again()),
                        link,
                        record);
            case Decision.Stale(CardAction action, Made link, RecordSnapshot record) ->
                finish.stale(run.press(), run.chat(), run.settings(), action, link, record);
            case Decision.Wait(Duration retryAfter) -> tooEarly(run, retryAfter);
        };
    }

    /** What took effect is written by whoever decides next: this run, or one that takes over. */
    private PressOutcome pageFirst(PressRun run, Decision.First first) {
        return switch (pageFirst.run(first, run.chat(), run.reference())) {
            case PageFirst.Done.Remembered() ->
                carryOut(decide.decide(run.press(), run.chat(), run.settings(), true), run.begun());
            case PageFirst.Done.Nothing(Refusal refusal) -> finish.refused(run.press(), run.chat(), refusal);
            case PageFirst.Done.NotYet(Duration retryAfter) -> tooEarly(run, retryAfter);
        };
    }

    /** Where nothing was done by any run, the next is the first again. */
    private PressOutcome tooEarly(PressRun run, Duration retryAfter) {
        if (run.again()) {
            events.endLease(run.press().pressId());
        } else {
            events.release(run.press().pressId());
        }
        return new PressOutcome.TooEarly(retryAfter);
    }

    private void count(Press press, PressOutcome outcome) {
        String kind =
                switch (outcome) {
                    case PressOutcome.Applied _ -> "APPLIED";
                    case PressOutcome.AlreadyDone _ -> "ALREADY_DONE";
                    case PressOutcome.Repeated _ -> "REPEATED";
                    case PressOutcome.TooEarly _ -> "TOO_EARLY";
                    case PressOutcome.Refused(Refusal refusal) ->
                        refusal.reason().name();
                };
        LOG.log(
                System.Logger.Level.INFO,
                "{0}: {1}",
                press,
                kind.toLowerCase(Locale.ROOT).replace('_', ' '));
        counters.count(Metric.PRESS, kind);
    }
}
