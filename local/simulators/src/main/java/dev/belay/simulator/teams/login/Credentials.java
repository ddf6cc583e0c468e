package dev.belay.simulator.teams.login;

import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the app may sign in with: secrets, which expire, and certificates. */
public final class Credentials {
    private final Set<String> secrets = new HashSet<>();
    private final Set<String> expired = new HashSet<>();
    private final List<RSAPublicKey> certificates = new ArrayList<>();
    private boolean inTenant = true;

    public Credentials(String secret) {
        secrets.add(secret);
    }

    public synchronized void addSecret(String secret) {
        secrets.add(secret);
    }

    /** Lets a secret's time run out. */
    public synchronized void expire(String secret) {
        expired.add(secret);
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
        if (expired.contains(secret)) {
            throw LoginErrors.of(401, "invalid_client", 7000222, "The provided client secret keys are expired.");
        }
        if (!secrets.contains(secret)) {
            throw LoginErrors.of(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }
    }

    synchronized List<RSAPublicKey> certificates() {
        return List.copyOf(certificates);
    }
}
