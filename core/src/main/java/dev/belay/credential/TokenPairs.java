package dev.belay.credential;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the pairs of tokens that rotate are stored: for each workspace the current one, and the next one before its first use. All
 * that is written is idempotent, and nothing that another one wrote meanwhile is overwritten. Every method throws
 * {@link dev.belay.failure.Unavailable} and {@link dev.belay.failure.Rejected}.
 */
public interface TokenPairs {
    /**
     * What is stored for a workspace now, read past every cache.
     *
     * @return none where its token does not rotate, or it has none
     * @throws dev.belay.failure.CredentialsRefused when what is stored has the wrong shape
     */
    Optional<Held> read(String workspace);

    /** When a renewal of the current pair was begun first; none where none was. */
    Optional<Instant> begun(Held held);

    /**
     * Notes that a renewal of the current pair begins, under the pair's fingerprint. It is written where the next pair will be, so a
     * right that is missing there is found out before the refresh token is used up.
     */
    void begin(Held held);

    /**
     * Stores the pair that follows the current one. Nobody uses it yet.
     *
     * @return the pair that stands there now: the one given, or another that was stored first as the one that follows
     */
    TokenPair stage(Held held, TokenPair next);

    /**
     * Makes the next pair the current one.
     *
     * @param held with a next pair
     * @return whether it is current now; if not, somebody stored another pair meanwhile, which stays
     */
    boolean promote(Held held);

    /**
     * What is stored for a workspace.
     *
     * @param secret what the store calls the place, such as {@code belay/slack/T01ACME}
     * @param version what the store calls this version of it
     * @param next the pair that follows the current one, where it is stored and not yet current
     */
    record Held(String secret, String version, TokenPair current, Optional<TokenPair> next) {
        /** The same, with the next pair. */
        public Held followedBy(TokenPair pair) {
            return new Held(secret, version, current, Optional.of(pair));
        }
    }
}
