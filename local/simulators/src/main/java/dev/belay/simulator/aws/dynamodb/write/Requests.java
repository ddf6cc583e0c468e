package dev.belay.simulator.aws.dynamodb.write;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The requests that were done under a token, for ten minutes: the same one again is done, another is refused. */
public final class Requests {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int LONGEST_TOKEN = 36;

    private record Done(JsonObject request, Instant until) {}

    private final Map<String, Done> done = new LinkedHashMap<>();
    private final Clock clock;

    public Requests(Clock clock) {
        this.clock = clock;
    }

    static void check(String token) {
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw Refused.constraint(
                    "'" + token + "'",
                    "clientRequestToken",
                    token.isEmpty()
                            ? "have length greater than or equal to 1"
                            : "have length less than or equal to " + LONGEST_TOKEN);
        }
    }

    boolean isKnown(String token, JsonObject request) {
        done.values().removeIf(kept -> !clock.instant().isBefore(kept.until()));
        Optional<Done> known = Optional.ofNullable(done.get(token));
        if (known.filter(kept -> !kept.request().equals(request)).isPresent()) {
            throw Refused.otherRequest();
        }
        return known.isPresent();
    }

    void remember(String token, JsonObject request) {
        done.put(token, new Done(request, clock.instant().plus(KEPT)));
    }
}
