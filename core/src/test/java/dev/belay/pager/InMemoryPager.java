package dev.belay.pager;

import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.record.SysId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pager that is kept in memory; what it is asked next can be told to end in any of its ways. */
public final class InMemoryPager implements Pager {
    /** What the next call is told. */
    private sealed interface Told {
        record Said(Outcome outcome) implements Told {}

        /** @param done whether somebody was paged all the same */
        record Failed(ExternalFailure why, boolean done) implements Told {}
    }

    private final Map<String, PageOrder> orders = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<PageOrder> lookedFor = new ArrayList<>();
    private final Deque<Told> told = new ArrayDeque<>();
    private List<SysId> onCall = List.of();

    @Override
    public synchronized Outcome page(PageOrder order, boolean again) {
        asked.add(order.id());
        if (again) {
            lookedFor.add(order);
        } else if (orders.containsKey(order.id())) {
            throw new AssertionError(order + " pages twice: nobody said that it was given before");
        }
        return switch (told.poll()) {
            case null -> paged(order);
            case Told.Said(Outcome outcome) -> outcome;
            case Told.Failed(ExternalFailure why, boolean done) -> {
                if (done) {
                    paged(order);
                }
                throw why;
            }
        };
    }

    private Outcome paged(PageOrder order) {
        orders.putIfAbsent(order.id(), order);
        String incident = order.incident().orElse("incident-1");
        return new Outcome.Paged("page taken by " + incident, Optional.of(incident), onCall);
    }

    /** The next order is refused for this reason. */
    public synchronized void refuse(String sentence) {
        told.add(new Told.Said(new Outcome.Refused(sentence)));
    }

    /** The next order is taken, and refused for some. */
    public synchronized void takeSome(String sentence) {
        told.add(new Told.Said(new Outcome.Paged(
                "incident-1 triggered. " + sentence, Optional.of("incident-1"), List.of(), Optional.of(sentence))));
    }

    /** What comes of the next order is not known. */
    public synchronized void leaveUnknown(String sentence) {
        told.add(new Told.Said(new Outcome.Unknown(sentence)));
    }

    /** The answer to the next order is lost. */
    public synchronized void loseAnswer() {
        told.add(new Told.Failed(new Unavailable("pager", "no answer", Optional.empty()).perhapsDone(), true));
    }

    /** The next order does not arrive, and nobody can know that it did not. */
    public synchronized void loseRequest() {
        told.add(new Told.Failed(new Unavailable("pager", "no answer", Optional.empty()).perhapsDone(), false));
    }

    /** The next order never leaves. */
    public synchronized void beUnreachable() {
        told.add(new Told.Failed(new Unavailable("pager", "no connection", Optional.empty()), false));
    }

    /** The next order is not taken, since we ask too often. */
    public synchronized void limit() {
        told.add(new Told.Failed(
                Unavailable.limited("pager", "too many requests", Optional.of(Duration.ofMinutes(1))), false));
    }

    /** Our key is refused once. */
    public synchronized void refuseKey() {
        told.add(new Told.Failed(new CredentialsRefused("pager", "the key is refused"), false));
    }

    /** Names these in each answer from now on. */
    public synchronized void onCall(List<SysId> users) {
        onCall = List.copyOf(users);
    }

    /** It has no key of ours, once. */
    public synchronized void missKey() {
        told.add(new Told.Failed(new Rejected("environment", "no secret is named"), false));
    }

    /** The orders that took effect, each once. */
    public synchronized List<PageOrder> orders() {
        return List.copyOf(orders.values());
    }

    /** The ids of the orders that were given, as often as they were. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** The orders that an earlier run may have given, as they were given again. */
    public synchronized List<PageOrder> lookedFor() {
        return List.copyOf(lookedFor);
    }
}
