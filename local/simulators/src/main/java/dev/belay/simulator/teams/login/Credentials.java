package dev.belay.simulator.teams.login;

import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the app may sign in with: secrets, which end, and certificates. */
public final class Credentials {
    /** What Graph gives a secret where nobody says otherwise (learn.microsoft.com/graph/api/application-addpassword). */
    private static final Duration LIFE = Duration.ofDays(730);

    /**
     * A client secret, as its registration holds it.
     *
     * @param value what the app shows; Graph tells its first three characters alone
     */
    public record Password(String keyId, String value, Instant start, Instant end) {
        @Override
        public String toString() {
            return "Password[" + keyId + "]";
        }
    }

    private final Clock clock;
    private final Map<String, Password> secrets = new LinkedHashMap<>();
    private final List<RSAPublicKey> certificates = new ArrayList<>();
    private boolean inTenant = true;

    public Credentials(String secret, Clock clock) {
        this.clock = clock;
        addSecret(secret);
    }

    public void addSecret(String secret) {
        addSecret(secret, clock.instant().plus(LIFE));
    }

    /** Makes a secret valid until a moment, or changes when it ends. */
    public synchronized void addSecret(String secret, Instant end) {
        secrets.put(secret, new Password(UUID.randomUUID().toString(), secret, clock.instant(), end));
    }

    /** Lets a secret's time run out. */
    public synchronized void expire(String secret) {
        secrets.computeIfPresent(
                secret, (value, known) -> new Password(known.keyId(), value, known.start(), clock.instant()));
    }

    /** Deletes a secret, as after it was replaced by another one. */
    public synchronized void remove(String secret) {
        secrets.remove(secret);
    }

    /** The secrets, also those that have ended, oldest first. */
    public synchronized List<Password> passwords() {
        return List.copyOf(secrets.values());
    }

    /** Registers a certificate by its public key. */
    public synchronized void addCertificate(RSAPublicKey key) {
        certificates.add(key);
    }

    /** Takes the app out of the tenant's enterprise applications, or puts it back. */
    public synchronized void inTenant(boolean whether) {
        inTenant = whether;
    }

    synchronized boolean isInTenant() {
        return inTenant;
    }

    /** Refuses a secret that is not the app's or is past its time (learn.microsoft.com/entra/identity-platform/reference-error-codes). */
    synchronized void demand(String secret) {
        Password known = secrets.get(secret);
        if (known == null) {
            throw LoginErrors.of(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }
        if (!clock.instant().isBefore(known.end())) {
            throw LoginErrors.of(401, "invalid_client", 7000222, "The provided client secret keys are expired.");
        }
    }

    public synchronized List<RSAPublicKey> certificates() {
        return List.copyOf(certificates);
    }
}
