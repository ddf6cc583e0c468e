package dev.belay.press;

import dev.belay.event.LateAnswer;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.lease.Leases;
import dev.belay.platform.ChatPlatform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a person the answer to their press. An answer is tried for minutes and then given up: it never blocks what other people
 * pressed. Of answers about the same thing one a minute is told: more would say nothing new, and each takes of the rate limit that
 * everyone's answers share.
 */
public final class TellPerson {
    private static final System.Logger LOG = System.getLogger(TellPerson.class.getName());

    /** As long as Slack takes answers to a press (docs.slack.dev/interactivity/handling-user-interaction). */
    private static final Duration LIFE = Duration.ofMinutes(30);

    /** After this time the person may look elsewhere: what only shows in the conversation may be gone when they come back. */
    private static final Duration ATTENTION = Duration.ofMinutes(1);

    /** How long it waits at most before it is tried again: a person waits for it. */
    public static final Duration WAITS = Duration.ofMinutes(1);

    /** What came of it. */
    public sealed interface Outcome {
        /** Nothing is left to do: the person was told, by this answer or another one a moment ago, or cannot be. */
        record Ended() implements Outcome {}

        /** Not yet: the platform does not answer or limits us. */
        record RetryLater(Optional<Duration> atLeast) implements Outcome {}
    }

    /** However often somebody presses. */
    private static final Duration ONCE_IN = Duration.ofMinutes(1);

    private final Leases leases;
    private final Counters counters;
    private final Clock clock;

    public TellPerson(Leases leases, Counters counters, Clock clock) {
        this.leases = leases;
        this.counters = counters;
        this.clock = clock;
    }

    public Outcome tell(LateAnswer answer, ChatPlatform chat) {
        if (wasToldJustNow(answer)) {
            LOG.log(System.Logger.Level.INFO, "{0} says what its person heard a moment ago", answer);
            return new Outcome.Ended();
        }
        try {
            say(answer, chat);
            return new Outcome.Ended();
        } catch (Unavailable e) {
            if (!e.isNotBegun() && !clock.instant().isBefore(answer.pressedAt().plus(LIFE))) {
                return failed(answer, e);
            }
            return new Outcome.RetryLater(e.retryAfter());
        } catch (Rejected | CredentialsRefused e) {
            return failed(answer, e);
        }
    }

    /** A lease that nobody gives back. The same answer holds it itself when it is tried again. */
    private boolean wasToldJustNow(LateAnswer answer) {
        return leases.acquire("told:" + answer.user() + ":" + answer.subject(), answer.pressId(), ONCE_IN)
                .isPresent();
    }

    private void say(LateAnswer answer, ChatPlatform chat) {
        Instant now = clock.instant();
        if (now.isBefore(answer.pressedAt().plus(ATTENTION)) || !saidDirectly(answer, chat)) {
            chat.messages().tell(answer.user(), answer.at(), answer.reply(), answer.answer());
        }
    }

    /** A platform that does not let us begin a chat with the person still lets us answer in the conversation. */
    private static boolean saidDirectly(LateAnswer answer, ChatPlatform chat) {
        try {
            chat.messages().tellDirectly(answer.user(), answer.reply(), answer.answer());
            return true;
        } catch (Rejected | CredentialsRefused e) {
            LOG.log(System.Logger.Level.INFO, "{0} goes to the conversation: {1}", answer, e.getMessage());
            return false;
        }
    }

    private Outcome failed(LateAnswer answer, ExternalFailure e) {
        LOG.log(System.Logger.Level.WARNING, "{0} could not be delivered: {1}", answer, e.getMessage());
        counters.count(Metric.ANSWER_FAILED, answer.reason());
        return new Outcome.Ended();
    }
}
