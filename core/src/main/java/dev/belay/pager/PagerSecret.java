package dev.belay.pager;

import dev.belay.failure.CredentialsRefused;

/** What a pager proves with that it is us: a token, or a key to sign with. Asked for each call, and never shown. */
public interface PagerSecret {
    /**
     * @throws CredentialsRefused when none is stored for this pager
     */
    String current();

    /** Read again, since the current one was refused. */
    String reread();

    /**
     * Told that the pager refuses it, also as it was read again.
     *
     * @param said what it said, without any token or key
     */
    void refused(String said);

    /** Told that the pager took it, where no check can prove that. */
    void taken();
}
