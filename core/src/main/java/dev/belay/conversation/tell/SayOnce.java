package dev.belay.conversation.tell;

import dev.belay.chat.Channel;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.line.Line;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.NewClaim;
import dev.belay.link.PartLease;
import dev.belay.link.Upkeep;
import dev.belay.platform.ChatPlatform;
import dev.belay.step.Settling;
import dev.belay.step.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says something once although several workers are at it and each may be killed: who is about to say it takes a lease on the link
 * first, and whoever takes over looks for the message before saying it.
 */
public final class SayOnce {
    private static final System.Logger LOG = System.getLogger(SayOnce.class.getName());

    private final ConversationLinks links;
    private final Upkeep upkeep;
    private final Counters counters;
    private final Clock clock;

    public SayOnce(ConversationLinks links, Upkeep upkeep, Counters counters, Clock clock) {
        this.links = links;
        this.upkeep = upkeep;
        this.counters = counters;
        this.clock = clock;
    }

    /** A place to say something: a channel, or a thread in it. */
    public record Place(ChatPlatform chat, Channel channel, Optional<String> thread) {
        /** The conversation itself. */
        public static Place of(ChatPlatform chat, Made link) {
            return new Place(chat, link.conversation().channel(), link.id().thread());
        }
    }

    /**
     * What is to be said.
     *
     * @param part what it is about, the name under which it is remembered on the link
     * @param id other for each time that it is to be said
     */
    public record Saying(String part, String id, List<Line> lines) {
        String marker(Made link) {
            return link.claim().marker() + "-" + part + "-" + id;
        }
    }

    static boolean isSaid(Made link, String part, String id) {
        return id.equals(link.conversation().setUp().get(part));
    }

    /**
     * Says it, where it was not said before. A place that takes no line, an archived channel for instance, holds nothing up.
     *
     * @return when to come back, where another worker is at it
     * @throws ExternalFailure when it could not be said yet
     */
    public Optional<Instant> say(Place place, Made link, Saying saying) {
        if (isSaid(link, saying.part(), saying.id())) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return switch (upkeep.begin(link, saying.part(), saying.id(), now.plus(NewClaim.LEASE), now)) {
            case FIRST -> said(place, link, saying, false);
            case AGAIN -> said(place, link, saying, true);
            case NOT -> Optional.of(later(link, saying, now));
        };
    }

    private static Instant later(Made link, Saying saying, Instant now) {
        String stored = link.conversation().setUp().getOrDefault(saying.part(), "");
        Instant lease = PartLease.lease(stored);
        return lease.isAfter(now) ? lease : now;
    }

    private Optional<Instant> said(Place place, Made link, Saying saying, boolean mayBeThere) {
        try {
            new Step<>(
                            () -> isThere(place, link, saying),
                            () -> said(place, saying, saying.marker(link)),
                            done -> links.markSetUp(link, done.part(), done.id()))
                    .run(mayBeThere);
            return Optional.empty();
        } catch (OutcomeUnknown e) {
            orExpires(link, saying, clock.instant().plus(Settling.TIME));
            throw e;
        } catch (Unavailable | CredentialsRefused e) {
            orExpires(link, saying, clock.instant());
            throw e;
        }
    }

    /** Where it cannot be looked for, it counts as said: nothing is said twice. */
    private Optional<Saying> isThere(Place place, Made link, Saying saying) {
        try {
            boolean there = place.chat()
                    .lines()
                    .isSaid(
                            place.channel(),
                            place.thread(),
                            saying.marker(link),
                            link.claim().at());
            return there ? Optional.of(saying) : Optional.empty();
        } catch (Rejected e) {
            notSaid(place, e);
            return Optional.of(saying);
        }
    }

    private Saying said(Place place, Saying saying, String marker) {
        try {
            place.chat().lines().say(place.channel(), place.thread(), saying.lines(), marker);
        } catch (Rejected e) {
            notSaid(place, e);
        }
        return saying;
    }

    /** Ends the lease early; if that fails, it ends by itself. */
    private void orExpires(Made link, Saying saying, Instant until) {
        try {
            upkeep.lease(link, saying.part(), saying.id(), until);
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "the lease on what is said was not given back and expires by itself: {0}",
                    e.getMessage());
        }
    }

    private void notSaid(Place place, Rejected e) {
        LOG.log(
                System.Logger.Level.WARNING,
                "a line was not said in {0}: {1}",
                place.channel().id(),
                e.getMessage());
        counters.count(Metric.LINE_NOT_SAID, place.chat().platform().id());
    }
}
