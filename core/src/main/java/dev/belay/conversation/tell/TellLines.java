package dev.belay.conversation.tell;

import dev.belay.chat.Channel;
import dev.belay.conversation.draw.DrawCard;
import dev.belay.delivery.Delivery;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.line.Facts;
import dev.belay.line.Line;
import dev.belay.line.News;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.NewClaim;
import dev.belay.link.Told;
import dev.belay.link.Told.Account;
import dev.belay.link.Told.Telling;
import dev.belay.link.Upkeep;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
import dev.belay.step.Settling;
import dev.belay.step.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says in a conversation what happened to its record, each thing once: what is about to be told is stored under a lease before it is
 * said, the message carries its number, and whoever takes over looks for it first. Several things within some seconds are one message.
 */
public final class TellLines {
    private static final System.Logger LOG = System.getLogger(TellLines.class.getName());

    /**
     * How long it is gathered what is said in one message, counted from when the hint of the first was accepted, and from the message
     * before: of a record that changes without a pause, each message says what these seconds brought.
     */
    static final Duration GATHERED = Duration.ofSeconds(3);

    private final Upkeep upkeep;
    private final MentionPeople mentions;
    private final Counters counters;
    private final Clock clock;

    public TellLines(Upkeep upkeep, MentionPeople mentions, Counters counters, Clock clock) {
        this.upkeep = upkeep;
        this.mentions = mentions;
        this.counters = counters;
        this.clock = clock;
    }

    /** One run at telling what is new. */
    private record Run(ChatPlatform chat, Standing link, RecordSnapshot record, Account before, Instant at) {
        Account after() {
            return Facts.account(before.number() + 1, at, record);
        }

        Channel channel() {
            return link.conversation().channel();
        }

        Optional<String> thread() {
            return link.placement().thread(link.conversation().card());
        }

        String marker() {
            return link.claim().marker() + "-" + after().number();
        }
    }

    /**
     * Nothing is told of what was before the conversation was opened, of a record that this place must not show, and where a route
     * wants no lines.
     *
     * @return when to come back, where something is left to tell then
     */
    public Optional<Instant> tell(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        Optional<Told> told = link.conversation().kept().told();
        if (told.isEmpty()) {
            upkeep.told(link, Facts.account(0, clock.instant(), record));
            return Optional.empty();
        }
        Run run = new Run(chat, link, record, told.get().last(), clock.instant());
        Optional<Telling> pending = told.get().now();
        if (isSilent(link, record, settings)) {
            passOver(run, pending);
            return Optional.empty();
        }
        return pending.map(telling -> resume(run, telling)).orElseGet(() -> begin(run));
    }

    /** Whether nothing is said of this record in this place. */
    public static boolean isSilent(Standing link, RecordSnapshot record, Settings settings) {
        return DrawCard.isConfidential(record, link.placement(), settings)
                || settings.route(record, link.platform())
                        .filter(route -> !route.lines())
                        .isPresent();
    }

    /** It counts as told, so that it is not told later when lines are wanted again. */
    private void passOver(Run run, Optional<Telling> pending) {
        if (pending.isPresent() || !run.after().knowsTheSameAs(run.before())) {
            upkeep.told(run.link(), run.after());
        }
    }

    private Optional<Instant> begin(Run run) {
        if (News.since(run.before(), run.record()).isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> due = Delivery.current()
                .map(delivery -> later(delivery.sentAt(), run.before().at()).plus(GATHERED))
                .filter(run.at()::isBefore);
        return due.isPresent() ? due : say(run, Optional.empty());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Somebody was about to say it: after their lease it is looked for, and what came since is told later. */
    private Optional<Instant> resume(Run run, Telling pending) {
        if (clock.instant().isBefore(pending.leaseUntil())) {
            return Optional.of(pending.leaseUntil());
        }
        return say(run, isSaid(run) ? Optional.of(pending.account()) : Optional.empty());
    }

    /** Where it cannot be looked for, it counts as said: nothing is said twice. */
    private boolean isSaid(Run run) {
        try {
            return run.chat()
                    .lines()
                    .isSaid(
                            run.channel(),
                            run.thread(),
                            run.marker(),
                            run.link().claim().at());
        } catch (Rejected e) {
            notSaid(run, e);
            return true;
        }
    }

    /** @param saidBefore what an earlier run said under this number */
    private Optional<Instant> say(Run run, Optional<Account> saidBefore) {
        List<Line> lines = saidBefore.isPresent() ? List.of() : lines(run);
        Instant now = clock.instant();
        if (saidBefore.isEmpty()
                && !upkeep.begin(run.link(), new Telling(run.after(), now.plus(NewClaim.LEASE)), now)) {
            return Optional.of(now.plus(GATHERED));
        }
        Account told = new Step<>(() -> saidBefore, () -> said(run, lines), account -> upkeep.told(run.link(), account))
                .run(true);
        return told.knowsTheSameAs(run.after()) ? Optional.empty() : Optional.of(now);
    }

    private List<Line> lines(Run run) {
        return mentions.in(News.since(run.before(), run.record()), run.chat(), run.channel());
    }

    private Account said(Run run, List<Line> lines) {
        try {
            if (!lines.isEmpty()) {
                run.chat().lines().say(run.channel(), run.thread(), lines, run.marker());
            }
        } catch (Rejected e) {
            notSaid(run, e);
        } catch (OutcomeUnknown e) {
            orExpires(
                    run,
                    () -> upkeep.lookFrom(
                            run.link(), run.after().number(), clock.instant().plus(Settling.TIME)));
            throw e;
        } catch (Unavailable | CredentialsRefused e) {
            orExpires(run, () -> upkeep.notTold(run.link(), run.after().number()));
            throw e;
        }
        return run.after();
    }

    /** A conversation that takes no line, an archived channel's for instance, holds nothing up: its card says the same. */
    private void notSaid(Run run, Rejected e) {
        LOG.log(
                System.Logger.Level.WARNING,
                "what happened to {0} was not said in {1}: {2}",
                run.record().ref(),
                run.channel().id(),
                e.getMessage());
        counters.count(Metric.LINE_NOT_SAID, run.chat().platform().id());
    }

    /** Ends the lease early; if that fails, it ends by itself. */
    private static void orExpires(Run run, Runnable ending) {
        try {
            ending.run();
        } catch (Unavailable | Rejected | CredentialsRefused e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "the lease on what is told of {0} was not given back and expires by itself: {1}",
                    run.record().ref(),
                    e.getMessage());
        }
    }
}
