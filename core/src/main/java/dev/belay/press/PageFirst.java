package dev.belay.press;

import dev.belay.action.Paging;
import dev.belay.action.Paging.Answer;
import dev.belay.action.Paging.Came;
import dev.belay.action.Refusal;
import dev.belay.action.Request;
import dev.belay.event.HandledEvents;
import dev.belay.event.Press;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkKey;
import dev.belay.link.PagerIncident;
import dev.belay.pager.PageOrder;
import dev.belay.pager.Pager.Outcome;
import dev.belay.platform.ChatPlatform;
import dev.belay.press.DecidePress.Decision;
import dev.belay.record.Chronicles;
import dev.belay.record.Happening.Participant;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.record.SysId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does what comes before a press' write: a pager is asked, its incident is stored on the link, the person is told what they must
 * know, and what came of it is remembered under the press' id. In this order, so that whoever takes over from a killed worker either
 * asks the pager once more, which takes effect once, or finds all of it done. The record is free meanwhile; a second page about it
 * waits, since it is to find the incident that the first one made. A pager that does not answer may have paged all the same; one whose
 * answer proves that it did nothing has not, and the order counts as never given.
 */
final class PageFirst {
    private static final System.Logger LOG = System.getLogger(PageFirst.class.getName());

    /** A pager answers within some seconds. */
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final HandledEvents events;
    private final Leases leases;
    private final Records records;
    private final ConversationLinks links;
    private final Chronicles chronicles;
    private final AskPager pager;
    private final NamedPeople people;
    private final FinishPress finish;

    PageFirst(PerformAction.Tools tools, NamedPeople people, FinishPress finish) {
        this.events = tools.events();
        this.leases = tools.leases();
        this.records = tools.records();
        this.links = tools.links();
        this.chronicles = tools.chronicles();
        this.pager = new AskPager(tools);
        this.people = people;
        this.finish = finish;
    }

    /** What came of it. */
    sealed interface Done {
        /** It is remembered: the press is decided on once more. */
        record Remembered() implements Done {}

        /** Nothing took effect, and the person is to be told. */
        record Nothing(Refusal refusal) implements Done {}

        /** Another page about the record is under way, and this run did nothing: ask again after this time. */
        record NotYet(Duration retryAfter) implements Done {}
    }

    /** The name that is claimed when the person is told that the pager limits us. */
    static String waits(Press press) {
        return press.pressId() + "/page-waits";
    }

    /**
     * @param reference the press' own
     */
    Done run(Decision.First first, ChatPlatform chat, NoteReference reference) {
        Press press = first.request().press();
        Optional<Paging> paging = first.judgement().paging();
        if (paging.isEmpty()) {
            return first.late()
                    ? new Done.Nothing(
                            Refusals.expired(first.request().settings().pressLife()))
                    : remember(press, first.judgement().afterwards().came(Optional.empty()), chat);
        }
        Optional<Duration> another = leases.acquire(line(press), press.pressId(), HandledEvents.LEASE);
        if (another.isPresent()) {
            return new Done.NotYet(soon(another.get()));
        }
        Done done =
                first.late() ? freeing(press, () -> tooLate(first, chat)) : page(paging.get(), first, chat, reference);
        leases.release(line(press), press.pressId());
        return done;
    }

    /** Nothing was asked yet, or what came of it is known: whatever fails now, the next page need not wait for this one. */
    private <T> T freeing(Press press, Supplier<T> rest) {
        try {
            return rest.get();
        } catch (Unavailable | Rejected | CredentialsRefused | OutcomeUnknown e) {
            leases.release(line(press), press.pressId());
            throw e;
        }
    }

    /** What may have been done is said not to be known. What surely was not is dropped, and offered again. */
    private Done tooLate(Decision.First first, ChatPlatform chat) {
        Press press = first.request().press();
        if (AskPager.mayHavePaged(press, events)) {
            return remember(press, came(first, interrupted()), chat);
        }
        String why = events.isTakenUp(waits(press)) ? Refusals.PAGE_LIMITED : Refusals.PAGER_NOT_REACHED;
        return new Done.Nothing(came(first, new Outcome.Refused(why)).told().orElseThrow());
    }

    private Done page(Paging paging, Decision.First first, ChatPlatform chat, NoteReference reference) {
        Press press = first.request().press();
        PageOrder order = freeing(press, () -> order(paging, first.request(), first.record()));
        Outcome outcome;
        try {
            outcome = pager.ask(paging, order, reference);
        } catch (Unavailable e) {
            notYet(e, first, chat, reference);
            throw e;
        }
        return freeing(press, () -> {
            made(outcome)
                    .filter(made -> !order.incident().equals(Optional.of(made)))
                    .ifPresent(made ->
                            links.paged(first.request().link().key(), new PagerIncident(made, press.pressId())));
            return remember(press, came(first, outcome), chat);
        });
    }

    /**
     * The pager is asked again by another run. The person hears of a limit once: it may last. Where an earlier run may have paged
     * somebody, it settles nothing.
     */
    private void notYet(Unavailable e, Decision.First first, ChatPlatform chat, NoteReference reference) {
        if (e.mayBeDone()) {
            return;
        }
        Press press = first.request().press();
        leases.release(line(press), press.pressId());
        if (e.isLimited() && !AskPager.mayHavePaged(press, events)) {
            Duration life = first.request().settings().pressLife();
            finish.told(press, chat, Refusals.pageWaits(life), waits(press), reference);
        }
    }

    private Came came(Decision.First first, Outcome outcome) {
        return first.judgement().afterwards().came(Optional.of(answer(outcome)));
    }

    private static Optional<String> made(Outcome outcome) {
        return outcome instanceof Outcome.Paged paged ? paged.incident() : Optional.empty();
    }

    private static Duration soon(Duration left) {
        return left.compareTo(SHORTLY) < 0 ? left : SHORTLY;
    }

    private PageOrder order(Paging paging, Request request, RecordSnapshot record) {
        PageOrder.About about = new PageOrder.About(
                record.ref(),
                record.number(),
                record.shortDescription(),
                record.priority(),
                records.link(record.ref()));
        return new PageOrder(
                request.press().pressId(),
                about,
                request.user(),
                paging.targets(),
                paging.message(),
                incident(request));
    }

    /** Read afresh, on whichever platform it was made. What this very order made is none of an earlier page. */
    private Optional<String> incident(Request request) {
        Press press = request.press();
        return request.settings().chats().keySet().stream()
                .flatMap(platform -> links.find(new LinkKey(press.record(), platform)).stream())
                .filter(Made.class::isInstance)
                .flatMap(link -> ((Made) link).conversation().paged().stream())
                .filter(paged -> !paged.order().equals(press.pressId()))
                .map(PagerIncident::id)
                .findFirst();
    }

    private static Outcome interrupted() {
        return new Outcome.Unknown(Refusals.PAGE_INTERRUPTED);
    }

    private Answer answer(Outcome outcome) {
        return new Answer(
                outcome,
                outcome instanceof Outcome.Paged paged
                        ? paged.onCall().stream().map(this::participant).toList()
                        : List.of());
    }

    /** The pager named them, so they are called in, although their name cannot be read. */
    private Participant participant(SysId user) {
        try {
            return people.participant(user);
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "who is on call cannot be read: {0}", e.getMessage());
            return new Participant("somebody on call", Optional.empty(), Optional.of(user));
        }
    }

    private Done remember(Press press, Came came, ChatPlatform chat) {
        if (came.happening().isEmpty()) {
            return new Done.Nothing(came.told().orElseThrow());
        }
        came.told().ifPresent(refusal -> {
            LOG.log(System.Logger.Level.WARNING, "{0}: {1}", press, refusal.reason());
            finish.tell(press, chat, refusal);
        });
        chronicles.add(press.record(), came.happening().get());
        return new Done.Remembered();
    }

    private static String line(Press press) {
        return "page:" + press.record();
    }
}
