package dev.belay.teams.protocol;

/** Why a request is not authenticated, or is not allowed in. */
public enum AuthFailure {
    /** It bears no token. */
    NO_TOKEN(401),
    /** What it bears is not a token. */
    NOT_A_TOKEN(401),
    /** The token is not signed with RS256. */
    OTHER_ALGORITHM(401),
    /** The token names no key that the Bot Connector publishes. */
    UNKNOWN_KEY(401),
    /** The key that the token names did not make its signature. */
    FORGED(401),
    /** The token is not from the Bot Connector of our cloud. */
    OTHER_ISSUER(401),
    /** The token is for another app. */
    OTHER_AUDIENCE(401),
    /** The token ended more than five minutes ago, or does not say when it ends. */
    EXPIRED(401),
    /** The token begins in more than five minutes, or does not say when it begins. */
    NOT_YET_VALID(401),
    /** The token does not say where the Bot Connector is. */
    NO_SERVICE_URL(401),
    /** The activity says that the Bot Connector is elsewhere than the token says. */
    OTHER_SERVICE_URL(401),
    /** The activity is not of Teams. */
    OTHER_CHANNEL(401),
    /** The key is not meant for Teams. */
    NOT_ENDORSED(401),
    /** The activity is of a tenant that is not ours, or of two. */
    OTHER_TENANT(403),
    /** The Bot Connector is said to be where our token must not go. */
    OTHER_HOST(403);

    private final int status;

    AuthFailure(int status) {
        this.status = status;
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }
}
