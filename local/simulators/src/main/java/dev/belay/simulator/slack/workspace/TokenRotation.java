package dev.belay.simulator.slack.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The app's bot tokens once they rotate: each works for twelve hours, two at most at a time, and its refresh token gives the next pair
 * once, and again within a grace (docs.slack.dev/authentication/using-token-rotation). Slack does not say how long the grace is. Where a
 * refresh token was used twice, the pair that came first is dead when its time is over (github.com/slackapi/node-slack-sdk/issues/2504).
 */
public final class TokenRotation {
    /** How long an access token works. */
    public static final Duration LIFE = Duration.ofHours(12);

    private static final int MOST_ACTIVE = 2;

    /** An access token and the refresh token that came with it. */
    public record Pair(String accessToken, String refreshToken, Instant expiresAt) {
        @Override
        public String toString() {
            return "Pair[expires at " + expiresAt + "]";
        }
    }

    private record Use(Instant at, String gave) {}

    private final Workspace workspace;
    private final Deque<String> active = new ArrayDeque<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private final Set<String> good = new HashSet<>();
    private final Map<String, Use> used = new HashMap<>();
    private Duration grace = Duration.ofSeconds(60);
    private int given;

    TokenRotation(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Lets a refresh token be used again for so long; not at all where it is zero. */
    public void grace(Duration other) {
        workspace.atomically(() -> grace = other);
    }

    /** The app is installed anew with rotation: the pair that its owner is shown. What it had before is revoked. */
    public Pair install() {
        return workspace.atomically(() -> {
            revokeAll();
            return give();
        });
    }

    /** The app is removed, or all its tokens are revoked. */
    public void revokeAll() {
        workspace.atomically(() -> {
            workspace.botToken(Grant.Standing.REVOKED);
            active.forEach(token -> workspace.restand(token, Grant.Standing.REVOKED));
            active.clear();
            good.clear();
            used.clear();
            return this;
        });
    }

    /** Whether a refresh token gives a pair outside of any grace. */
    public boolean isGood(String refreshToken) {
        return workspace.atomically(() -> good.contains(refreshToken));
    }

    /** The next pair, in exchange for a refresh token; none where that is worth nothing. */
    public Optional<Pair> refresh(String refreshToken) {
        return workspace.atomically(() -> {
            Optional<Use> again = Optional.ofNullable(used.get(refreshToken)).filter(this::isInGrace);
            if (again.isEmpty() && !good.remove(refreshToken)) {
                return Optional.empty();
            }
            again.ifPresent(use -> good.remove(use.gave()));
            Pair pair = give();
            used.put(refreshToken, new Use(workspace.clock().instant(), pair.refreshToken()));
            return Optional.of(pair);
        });
    }

    private boolean isInGrace(Use use) {
        return use.at().plus(grace).isAfter(workspace.clock().instant());
    }

    private Pair give() {
        String number = workspace.id() + "-" + ++given;
        Instant end = workspace.clock().instant().plus(LIFE);
        Pair pair = new Pair("xoxe.xoxb-1-" + number, "xoxe-1-" + number, end);
        workspace.grantToBot(pair.accessToken());
        ends.put(pair.accessToken(), end);
        good.add(pair.refreshToken());
        active.add(pair.accessToken());
        if (active.size() > MOST_ACTIVE) {
            workspace.restand(active.remove(), Grant.Standing.REVOKED);
        }
        return pair;
    }

    /** The grant of a token as it stands now: one that rotates ends by itself. */
    Grant now(String token, Grant grant) {
        Instant end = ends.get(token);
        return end != null
                        && grant.standing() == Grant.Standing.VALID
                        && !end.isAfter(workspace.clock().instant())
                ? grant.with(Grant.Standing.EXPIRED)
                : grant;
    }
}
