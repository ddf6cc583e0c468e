package dev.belay.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Slack as it gives tokens that rotate, in memory: twelve hours, a refresh token that is used once and again within a short grace, two
 * access tokens at most. Of two pairs from one refresh token the older one's refresh token is dead.
 */
final class InMemoryTokenIssuer implements TokenIssuer {
    static final Duration LIFE = Duration.ofHours(12);

    private record Use(Instant at, String gave) {}

    private final Clock clock;
    private final Duration grace;
    private final List<TokenPair> active = new ArrayList<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private final List<String> good = new ArrayList<>();
    private final Map<String, Use> used = new HashMap<>();
    private boolean appKnown = true;
    private int given;
    private int renewals;

    InMemoryTokenIssuer(Clock clock, Duration grace) {
        this.clock = clock;
        this.grace = grace;
    }

    /** The pair that a person copies after installing the app. */
    synchronized TokenPair install() {
        active.clear();
        good.clear();
        return give();
    }

    private TokenPair give() {
        int number = ++given;
        TokenPair pair = new TokenPair(
                "xoxe.xoxb-1-" + number, "xoxe-1-" + number, clock.instant().plus(LIFE));
        active.add(pair);
        ends.put(pair.accessToken(), pair.expiresAt());
        good.add(pair.refreshToken());
        if (active.size() > 2) {
            active.removeFirst();
        }
        return pair;
    }

    /** Slack no longer knows the app's id and secret, or knows them again. */
    synchronized void appKnown(boolean known) {
        appKnown = known;
    }

    synchronized void revokeAll() {
        active.clear();
        good.clear();
    }

    synchronized int renewals() {
        return renewals;
    }

    /** Whether a pair can be renewed, outside of any grace. */
    synchronized boolean isRenewable(TokenPair pair) {
        return good.contains(pair.refreshToken());
    }

    @Override
    public synchronized Renewal renew(String workspace, TokenPair current) {
        if (!appKnown) {
            return new Renewal.AppRefused("bad_client_secret");
        }
        String refresh = current.refreshToken();
        Optional<Use> again = Optional.ofNullable(used.get(refresh))
                .filter(use -> !grace.isZero() && !use.at().plus(grace).isBefore(clock.instant()));
        if (again.isEmpty() && !good.remove(refresh)) {
            return new Renewal.PairRefused("invalid_refresh_token");
        }
        again.ifPresent(use -> good.remove(use.gave()));
        renewals++;
        TokenPair pair = give();
        used.put(refresh, new Use(clock.instant(), pair.refreshToken()));
        return new Renewal.Renewed(pair);
    }

    @Override
    public synchronized Proof prove(String workspace, TokenPair pair) {
        Instant end = ends.get(pair.accessToken());
        if (end != null && !end.isAfter(clock.instant())) {
            return new Proof.Expired();
        }
        return active.stream().anyMatch(each -> each.accessToken().equals(pair.accessToken()))
                ? new Proof.Taken()
                : new Proof.Refused("token_revoked");
    }
}
