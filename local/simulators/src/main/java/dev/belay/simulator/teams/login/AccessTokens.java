package dev.belay.simulator.teams.login;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The access tokens that were given out, each for one resource and one hour. */
public final class AccessTokens {
    public static final String BOT_FRAMEWORK = "https://api.botframework.com";
    public static final String GRAPH = "https://graph.microsoft.com";

    static final Duration LIFE = Duration.ofHours(1);

    /** What a token is good for. */
    private record Grant(String resource, Instant expires) {}

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> grants = new HashMap<>();

    public AccessTokens(Clock clock) {
        this.clock = clock;
    }

    /** A new token for a resource. */
    public synchronized String issue(String resource) {
        byte[] bytes = new byte[48];
        random.nextBytes(bytes);
        String token = "eyJ0" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        grants.put(token, new Grant(resource, clock.instant().plus(LIFE)));
        return token;
    }

    /** Whether a token was given out for a resource and still works. */
    public synchronized boolean holds(Optional<String> token, String resource) {
        return token.map(grants::get)
                .filter(grant -> grant.resource().equals(resource))
                .filter(grant -> clock.instant().isBefore(grant.expires()))
                .isPresent();
    }

    /** All tokens, for those who look for them where they should not be. */
    public synchronized Set<String> issued() {
        return Set.copyOf(grants.keySet());
    }

    /** Ends all tokens at once, as when an app's sign-ins are revoked. */
    public synchronized void revoke() {
        grants.clear();
    }
}
