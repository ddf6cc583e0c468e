package dev.belay.pagerduty;

import com.grack.nanojson.JsonObject;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.pager.PageOrder;
import dev.belay.pager.Pager;
import dev.belay.pager.PagerSecret;
import dev.belay.settings.PagerSettings.Target;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Pages by PagerDuty. A record has one open incident there, by its {@code incident_key}: the first page opens it and so pages its
 * first target; whoever else is paged, then or later, is asked to join it, so that no page is swallowed as a duplicate. What an
 * earlier run did is read from the incident before anything is written.
 */
public final class PagerDutyPager implements Pager {
    /** An order is not older than the last few incidents of its record. */
    private static final int LATEST = 5;

    private final Incidents incidents;

    /** @param token a REST API key that may write, or a user's token */
    public PagerDutyPager(PagerDutySettings settings, PagerSecret token, Counters counters, Clock clock) {
        this.incidents = new Incidents(new PagerDutyApi(settings, token, counters, clock), settings);
    }

    @Override
    public Outcome page(PageOrder order, boolean again) {
        OrderWords words = new OrderWords(order);
        Optional<Incident> known = order.incident().flatMap(incidents::find);
        Optional<Incident> begun = known.filter(incident -> again && incident.bears(words))
                .or(() -> again ? ofEarlierRun(words) : Optional.empty());
        return begun.or(() -> known.filter(Incident::isOpen))
                .map(incident -> ask(incident, words, again))
                .orElseGet(() -> open(words, again));
    }

    private Optional<Incident> ofEarlierRun(OrderWords words) {
        return incidents.ofKey(words.key()).stream()
                .flatMap(List::stream)
                .limit(LATEST)
                .map(incidents::whole)
                .filter(incident -> incident.bears(words))
                .findFirst();
    }

    /**
     * Whatever was wrong with it, an incident of the key that is open is the one to join. An order that was given before is refused
     * only where the incidents can be read, and show nothing of it.
     */
    private Outcome open(OrderWords words, boolean again) {
        Target first = words.order().targets().getFirst();
        return switch (incidents.open(words, first)) {
            case Answer.Done(JsonObject said) ->
                begun(() -> ask(Incident.of(PagerDutyApi.object(said, "incident")), words, false));
            case Answer.Refused refused -> {
                Optional<List<Incident>> there = incidents.ofKey(words.key());
                yield there.stream()
                        .flatMap(List::stream)
                        .filter(Incident::isOpen)
                        .findFirst()
                        .map(incident -> ask(incidents.whole(incident), words, again))
                        .orElseGet(() -> again && there.isEmpty()
                                ? unknown(words)
                                : new Outcome.Refused(Refusals.opening(refused, first)));
            }
        };
    }

    private static Outcome unknown(OrderWords words) {
        return new Outcome.Unknown("It is not known whether PagerDuty paged "
                + named(words.order().targets())
                + ": we may not read its incidents. Look there, and page them again if they were not paged.");
    }

    /** Asks those who do not know of it yet. */
    private Outcome ask(Incident incident, OrderWords words, boolean again) {
        List<Target> all = words.order().targets();
        List<Target> others = incident.isOpenedBy(words) ? all.subList(1, all.size()) : all;
        if (others.isEmpty() || incident.isAskedBy(words)) {
            return paged(incident, words);
        }
        if (!incident.isOpen()) {
            return new Outcome.Unknown("PagerDuty incident " + incident.number() + " was resolved before "
                    + named(others) + " could be asked to join it. Page them again if they are still needed.");
        }
        if (again && incident.requests().isEmpty()) {
            return unknown(incident, others);
        }
        try {
            return switch (incidents.ask(incident, words, others)) {
                case Answer.Done _ -> paged(incident, words);
                case Answer.Refused refused -> refused(incident, words, Refusals.asking(refused, others));
            };
        } catch (OutcomeUnknown e) {
            return begun(() -> settled(incident, words, others, e));
        }
    }

    /** Somebody was paged by this order, or may have been: whatever fails after that proves nothing. */
    private static Outcome begun(Supplier<Outcome> rest) {
        try {
            return rest.get();
        } catch (Unavailable e) {
            throw e.perhapsDone();
        } catch (CredentialsRefused | Rejected e) {
            throw new Unavailable(PagerDutyApi.SYSTEM, e.said(), Optional.empty()).perhapsDone();
        }
    }

    /** The answer was lost: if the incident does not show the request, a later run looks again, and asks only then. */
    private Outcome settled(Incident asked, OrderWords words, List<Target> others, OutcomeUnknown lost) {
        Optional<Incident> now = incidents.find(asked.id());
        if (now.filter(incident -> incident.isAskedBy(words)).isPresent()) {
            return paged(asked, words);
        }
        if (now.flatMap(Incident::requests).isEmpty()) {
            return unknown(asked, others);
        }
        throw new Unavailable(PagerDutyApi.SYSTEM, lost.said() + "; the incident shows no request", Optional.empty());
    }

    private static Outcome refused(Incident incident, OrderWords words, String sentence) {
        return incident.isOpenedBy(words)
                ? new Outcome.Paged(
                        did(incident, words) + ". " + sentence,
                        Optional.of(incident.id()),
                        List.of(),
                        Optional.of(sentence))
                : new Outcome.Refused(sentence);
    }

    private static Outcome paged(Incident incident, OrderWords words) {
        return new Outcome.Paged(did(incident, words), Optional.of(incident.id()), List.of());
    }

    private static String did(Incident incident, OrderWords words) {
        return incident.isOpenedBy(words)
                ? "PagerDuty incident " + incident.number() + " triggered"
                : "asked to join PagerDuty incident " + incident.number();
    }

    private static Outcome unknown(Incident incident, List<Target> targets) {
        return new Outcome.Unknown("It is not known whether PagerDuty asked " + named(targets) + " to join incident "
                + incident.number() + ". Look there, and page them again if they were not asked.");
    }

    static String named(List<Target> targets) {
        return targets.stream().map(Target::label).collect(Collectors.joining(", "));
    }
}
