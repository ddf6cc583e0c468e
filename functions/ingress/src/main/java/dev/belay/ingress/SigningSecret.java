package dev.belay.ingress;

import dev.belay.aws.protocol.SecretReader;
import dev.belay.secret.SecretPlace;
import dev.belay.signature.Proof;
import java.time.Clock;

/**
 * A secret that a sender signs with. A signature that fails makes it be read again, however many requests are forged at most once in
 * ten seconds.
 *
 * @param <T> what checks signatures with the secret's keys
 */
abstract class SigningSecret<T> extends CachedSecret<T> {
    private final Clock clock;

    SigningSecret(SecretReader reader, SecretPlace place, LastGoodMetric lastGood, Clock clock) {
        super(reader, place, lastGood, clock);
        this.clock = clock;
    }

    /**
     * Checks a request with these keys.
     *
     * @param now in seconds
     */
    abstract Proof prove(T keys, HttpRequest request, long now);

    /**
     * Checks a request, a second time with the secret read again where the cached one does not prove it.
     *
     * @throws Unavailable when the secret cannot be read now
     * @throws Rejected when we may not read it, or its document is wrong
     * @throws NotSetUp while there is none, or it is empty
     */
    final Proof prove(HttpRequest request) {
        long now = clock.millis() / 1000;
        Proof proof = prove(current(), request, now);
        T newer = proof == Proof.FORGED || proof == Proof.UNKNOWN_KEY ? reread() : null;
        return newer == null ? proof : prove(newer, request, now);
    }
}
