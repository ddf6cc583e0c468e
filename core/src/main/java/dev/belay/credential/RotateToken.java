package dev.belay.credential;

import dev.belay.credential.TokenIssuer.Proof;
import dev.belay.credential.TokenIssuer.Renewal;
import dev.belay.credential.TokenPairs.Held;
import dev.belay.delivery.Delivery;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Renews a workspace's rotating token under a lease: begin, renew, stage, prove, promote. The next pair is stored before its first
 * use. Whoever is killed on the way leaves what the next run needs: a stored pair, which it promotes, or the note that a renewal was
 * begun, whose refresh token it tries again and tells of where that is refused.
 */
public final class RotateToken {
    /**
     * Half of a token's twelve hours: with a check each hour five may fail before it ends, and there are never three tokens of undisturbed
     * renewals at once, of which Slack would revoke the oldest (docs.slack.dev/authentication/using-token-rotation).
     */
    static final Duration MARGIN = Duration.ofHours(6);

    /** A token lives twelve hours, so an end that is farther away was not said by Slack. */
    static final Duration LONGEST = Duration.ofHours(12).plusMinutes(10);

    /** Longer than any function on Lambda may run (15 minutes), so its holder is done or dead when it ends. */
    static final Duration LEASE = Duration.ofMinutes(16);

    /** Two calls of Slack and what is stored after them: with less time left nothing is begun. */
    static final Duration TIME = Duration.ofSeconds(30);

    private static final System.Logger LOG = System.getLogger(RotateToken.class.getName());
    private static final int TRIES_TO_STAGE = 3;

    private final TokenPairs pairs;
    private final TokenIssuer issuer;
    private final Leases leases;
    private final Clock clock;
    private final RandomGenerator random;
    private final String stack;

    /** @param stack its name, for the commands that a person is told to type */
    public RotateToken(
            TokenPairs pairs, TokenIssuer issuer, Leases leases, Clock clock, RandomGenerator random, String stack) {
        this.pairs = pairs;
        this.issuer = issuer;
        this.leases = leases;
        this.clock = clock;
        this.random = random;
        this.stack = stack;
    }

    /** Looks after a workspace's token. Never throws an {@link ExternalFailure}: a failure is what came of it. */
    public Rotation rotate(String workspace) {
        try {
            Optional<Held> held = pairs.read(workspace);
            if (held.isEmpty()) {
                return new Rotation.NotRotating();
            }
            return isDue(workspace, held.get()) ? alone(workspace, held.get()) : new Rotation.Kept();
        } catch (ExternalFailure e) {
            return new Rotation.NotRead(said(e));
        }
    }

    private boolean isDue(String workspace, Held held) {
        Instant end = held.current().expiresAt();
        Instant now = clock.instant();
        return held.next().isPresent()
                || end.isBefore(now.plus(MARGIN))
                || end.isAfter(now.plus(LONGEST))
                || isExpired(workspace, held.current());
    }

    /** Whether it ended before the time that is stored with it, which a person may have guessed. */
    private boolean isExpired(String workspace, TokenPair pair) {
        try {
            return issuer.prove(workspace, pair) instanceof Proof.Expired;
        } catch (ExternalFailure _) {
            return false; // the check of the credential tells it
        }
    }

    private Rotation alone(String workspace, Held seen) {
        String name = "token:" + new CredentialId(CredentialId.Kind.SLACK, workspace);
        String holder = Long.toHexString(random.nextLong());
        try {
            Optional<Duration> other = leases.acquire(name, holder, LEASE);
            if (other.isPresent()) {
                return new Rotation.Busy(other.get());
            }
        } catch (ExternalFailure e) {
            return failed(workspace, seen, e);
        }
        try {
            return leased(workspace);
        } finally {
            release(name, holder);
        }
    }

    private void release(String name, String holder) {
        try {
            leases.release(name, holder);
        } catch (ExternalFailure e) {
            LOG.log(System.Logger.Level.INFO, "{0}: the lease ends by itself: {1}", name, said(e));
        }
    }

    /** Another run may have done it between the look and the lease. */
    private Rotation leased(String workspace) {
        Optional<Held> held = pairs.read(workspace);
        if (held.isEmpty()) {
            return new Rotation.NotRotating();
        }
        if (held.get().next().isPresent()) {
            return promote(workspace, held.get());
        }
        return isDue(workspace, held.get()) ? renew(workspace, held.get()) : new Rotation.Kept();
    }

    private Rotation renew(String workspace, Held held) {
        if (Delivery.currentDeadline().left().compareTo(TIME) < 0) {
            return delayed(held, "the function's time is nearly over");
        }
        Optional<Instant> begun;
        try {
            begun = pairs.begun(held);
            pairs.begin(held);
        } catch (ExternalFailure e) {
            return failed(workspace, held, e);
        }
        try {
            return switch (asked(workspace, held)) {
                case Renewal.Renewed(TokenPair pair) -> keep(workspace, held, pair);
                case Renewal.PairRefused(String said) -> refused(workspace, held, said, begun);
                case Renewal.AppRefused(String said) ->
                    new Rotation.Stuck(
                            "Slack refuses the id or secret of the app (" + said + "), without which the token is not"
                                    + " renewed: store them with " + put("slack-app") + before(held),
                            held.current().expiresAt());
            };
        } catch (ExternalFailure e) {
            return begun.isPresent() || e instanceof OutcomeUnknown
                    ? inDoubt(workspace, held, e)
                    : failed(workspace, held, e);
        }
    }

    /** For a short time after its use Slack takes a refresh token again, so a lost answer is asked for once more, at once. */
    private Renewal asked(String workspace, Held held) {
        try {
            return issuer.renew(workspace, held.current());
        } catch (OutcomeUnknown e) {
            LOG.log(System.Logger.Level.WARNING, "the renewal of {0} is asked for again: {1}", workspace, said(e));
            return issuer.renew(workspace, held.current());
        }
    }

    private Rotation keep(String workspace, Held held, TokenPair pair) {
        TokenPair next;
        try {
            next = staged(held, pair);
        } catch (ExternalFailure e) {
            return inDoubt(workspace, held, e);
        }
        return promote(workspace, held.followedBy(next));
    }

    /** The only copy is in this process' memory, so it does not give up at once. */
    private TokenPair staged(Held held, TokenPair pair) {
        for (int tries = 1; ; tries++) {
            try {
                return pairs.stage(held, pair);
            } catch (Unavailable e) {
                if (tries == TRIES_TO_STAGE) {
                    throw e;
                }
            }
        }
    }

    private Rotation promote(String workspace, Held held) {
        TokenPair next = held.next().orElseThrow();
        try {
            return switch (issuer.prove(workspace, next)) {
                case Proof.Taken _ -> promoted(workspace, held, next);
                case Proof.Expired _ ->
                    pairs.promote(held) ? leased(workspace) : new Rotation.Kept(); // its refresh token is good
                case Proof.Refused(String said) ->
                    new Rotation.Stuck(
                            "the next pair, stored and not yet used, is refused (" + said + "): "
                                    + storeAnother(workspace, held),
                            held.current().expiresAt());
            };
        } catch (ExternalFailure e) {
            return failed(workspace, held, e);
        }
    }

    private Rotation promoted(String workspace, Held held, TokenPair next) {
        if (pairs.promote(held)) {
            LOG.log(System.Logger.Level.INFO, "the token of {0} is renewed until {1}", workspace, next.expiresAt());
            return new Rotation.Renewed(next.expiresAt());
        }
        LOG.log(System.Logger.Level.INFO, "somebody stored another pair for {0} meanwhile, which stays", workspace);
        return new Rotation.Kept();
    }

    private Rotation refused(String workspace, Held held, String said, Optional<Instant> begun) {
        String because = begun.map(at -> "a renewal was begun at " + at + ", and the pair that it gave was not stored")
                .orElse("its refresh token was used by somebody else, or the app was removed");
        return new Rotation.Stuck(
                "Slack does not renew it (" + said + "): " + because + ". " + storeAnother(workspace, held),
                held.current().expiresAt());
    }

    /** The refresh token may be used up, and what it gave is not stored. */
    private Rotation inDoubt(String workspace, Held held, ExternalFailure e) {
        return new Rotation.Stuck(
                "it may have been renewed without the new pair being stored (" + said(e)
                        + "). The next check tries again; if this stays, " + storeAnother(workspace, held),
                held.current().expiresAt());
    }

    /** Nothing is lost. */
    private static Rotation delayed(Held held, String why) {
        return new Rotation.Delayed(
                "it could not be renewed yet (" + why + ")", held.current().expiresAt());
    }

    private Rotation failed(String workspace, Held held, ExternalFailure failure) {
        Instant end = held.current().expiresAt();
        return switch (failure) {
            case Unavailable e -> delayed(held, said(e));
            case Rejected e -> new Rotation.Stuck(cannot(workspace, held, e), end);
            case CredentialsRefused e -> new Rotation.Stuck(cannot(workspace, held, e), end);
            case OutcomeUnknown e -> inDoubt(workspace, held, e);
        };
    }

    private String cannot(String workspace, Held held, ExternalFailure e) {
        return "the token of " + workspace + " cannot be renewed (" + said(e) + "): mend this" + before(held);
    }

    private String storeAnother(String workspace, Held held) {
        return "store a new pair with " + put(new CredentialId(CredentialId.Kind.SLACK, workspace).secret())
                + before(held);
    }

    private String put(String secret) {
        return "'./belay secrets put " + secret + " --stack " + stack + "'";
    }

    private static String said(ExternalFailure e) {
        return e.system() + ": " + e.said();
    }

    private String before(Held held) {
        Instant end = held.current().expiresAt();
        return end.isAfter(clock.instant()) ? " before " + end : " now: the current token ended at " + end;
    }
}
