package dev.belay.aws;

import dev.belay.aws.call.Call;
import dev.belay.cache.ExpiringCache;
import dev.belay.cache.LastGood;
import dev.belay.failure.Rejected;
import dev.belay.health.Counters;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** The texts in Systems Manager's Parameter Store, in memory for a minute. */
public final class Parameters {
    private static final String SYSTEM = "ssm";
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final SsmClient client;
    private final ExpiringCache<String, Optional<String>> cache;
    private final LastGood<String, Optional<String>> lastGood;

    Parameters(SsmClient client, Counters counters, Clock clock) {
        this.client = client;
        this.cache = new ExpiringCache<>(clock, LIFE);
        this.lastGood = new LastGood<>(counters, clock);
    }

    /**
     * A text.
     *
     * @throws Rejected when there is none, or the store does not hand it out
     */
    public String text(String name) {
        return find(name)
                .orElseThrow(() -> new Rejected(SYSTEM, "the parameter " + name + " is missing (ParameterNotFound)"));
    }

    /** The text, if there is one. What is missing may be stored at any time. */
    public Optional<String> find(String name) {
        Optional<String> text = cache.get(name, this::read);
        if (text.isEmpty()) {
            cache.forget(name);
        }
        return text;
    }

    private Optional<String> read(String name) {
        return lastGood.get(name, this::ask);
    }

    private Optional<String> ask(String name) {
        return Call.to(SYSTEM, "GetParameter", () -> value(name));
    }

    private Optional<String> value(String name) {
        try {
            return Optional.of(client.getParameter(request -> request.name(name))
                    .parameter()
                    .value());
        } catch (ParameterNotFoundException e) {
            return Optional.empty();
        }
    }
}
