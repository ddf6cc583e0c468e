package dev.belay.credential;

/** Who gives the bot tokens that rotate, and says what they are worth. */
public interface TokenIssuer {
    /**
     * Asks for the pair that follows, by the refresh token, which is good for one renewal. The access token works on until its end
     * (docs.slack.dev/authentication/using-token-rotation).
     *
     * @throws dev.belay.failure.Unavailable when nothing was renewed, and a retry later will help
     * @throws dev.belay.failure.OutcomeUnknown when it may have been renewed, and the new pair is lost
     * @throws dev.belay.failure.Rejected when it cannot be asked for, e.g. the app's own secret is missing
     * @throws dev.belay.failure.CredentialsRefused when the app's own secret has the wrong shape
     */
    Renewal renew(String workspace, TokenPair current);

    /**
     * Shows a pair's access token, harmlessly.
     *
     * @throws dev.belay.failure.Unavailable when there is no answer
     */
    Proof prove(String workspace, TokenPair pair);

    /** What came of a renewal. What was said never holds a token. */
    sealed interface Renewal {
        /** The pair that follows. */
        record Renewed(TokenPair pair) implements Renewal {}

        /** The refresh token is worth nothing: it was used up, or revoked. */
        record PairRefused(String said) implements Renewal {}

        /** The app's own id or secret was refused; nothing was said of the pair. */
        record AppRefused(String said) implements Renewal {}
    }

    /** What an access token is worth. What was said never holds a token. */
    sealed interface Proof {
        /** It works, and is the workspace's. */
        record Taken() implements Proof {}

        /** Its time is over; its refresh token may be good. */
        record Expired() implements Proof {}

        /** It is revoked, or another workspace's. */
        record Refused(String said) implements Proof {}
    }
}
