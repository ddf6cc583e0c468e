package dev.belay.signature;

/** What checking a request's signature showed. */
public enum Proof {
    /** One of our keys signed it just now. */
    PROVED,
    /** A header is missing or not readable. */
    UNSIGNED,
    /** It was signed more than five minutes ago, or will be. */
    STALE,
    /** It names a key that is none of ours. */
    UNKNOWN_KEY,
    /** No key of ours made this signature. */
    FORGED
}
