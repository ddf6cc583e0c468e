package dev.belay.simulator.teams.signing;

/** A token that nobody should believe, and what is wrong with it. */
public enum Forgery {
    /** Signed by a key that is nowhere published, under a name that is. */
    OTHER_KEY,
    /** Signed by a key that is nowhere published, under its own name. */
    UNKNOWN_KEY,
    /** For another bot. */
    OTHER_AUDIENCE,
    /** From somebody else than the Bot Connector. */
    OTHER_ISSUER,
    /** Past its time by more than the five minutes that are granted. */
    EXPIRED,
    /** Before its time by more than the five minutes that are granted. */
    FUTURE,
    /** For activities of another service URL. */
    OTHER_SERVICE_URL,
    /** Without a service URL. */
    NO_SERVICE_URL,
    /** Without a signature: {@code alg: none}. */
    ALG_NONE,
    /** {@code alg: HS256}, with the published key taken for a shared secret. */
    HS256_WITH_PUBLIC_KEY,
    /** Good in every way, and then one letter of its claims was changed. */
    CHANGED_CLAIMS
}
