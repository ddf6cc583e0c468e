package dev.belay.slack.call;

import dev.belay.chat.Limits;
import dev.belay.failure.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long Slack asked to be left alone: a limit stands for one method in one workspace (docs.slack.dev/apis/web-api/rate-limits). */
final class Waits {
    /** For a limit that comes without a time. */
    private static final Duration UNSAID = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Limits limits;
    private final Clock clock;

    Waits(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @throws Unavailable when a limit that somebody met still stands
     */
    void check(String workspace, String method) {
        Instant now = clock.instant();
        Optional<Instant> notBefore = limits.notBefore(token(workspace), method).filter(now::isBefore);
        if (notBefore.isPresent()) {
            Duration wait = Duration.between(now, notBefore.get());
            throw new Unavailable(SlackCalls.SLACK, method + ": a rate limit stands", Optional.of(wait));
        }
    }

    Unavailable hold(String workspace, String method, Optional<String> retryAfter) {
        Duration wait = retryAfter.flatMap(Waits::seconds).orElse(UNSAID);
        limits.hold(token(workspace), method, clock.instant().plus(wait));
        return new Unavailable(SlackCalls.SLACK, method + ": rate limited", Optional.of(wait));
    }

    private static String token(String workspace) {
        return SlackCalls.SLACK + ":" + workspace;
    }

    private static Optional<Duration> seconds(String header) {
        try {
            long seconds = Long.parseLong(header.strip());
            return seconds < 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
