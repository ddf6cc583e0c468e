package dev.belay.aws;

import dev.belay.aws.call.Call;
import dev.belay.cache.ExpiringCache;
import dev.belay.cache.LastGood;
import dev.belay.health.Counters;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The texts in Systems Manager's Parameter Store, in memory for a minute. */
public final class Parameters {
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final SsmClient client;
    private final ExpiringCache<String, String> cache;
    private final LastGood<String, String> lastGood;

    Parameters(SsmClient client, Counters counters, Clock clock) {
        this.client = client;
        this.cache = new ExpiringCache<>(clock, LIFE);
        this.lastGood = new LastGood<>(counters, clock);
    }

    public String text(String name) {
        return cache.get(name, this::read);
    }

    private String read(String name) {
        return lastGood.get(name, this::ask);
    }

    private String ask(String name) {
        return Call.to("ssm", "GetParameter", () -> client.getParameter(request -> request.name(name)))
                .parameter()
                .value();
    }
}
