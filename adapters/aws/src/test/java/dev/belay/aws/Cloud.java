package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One simulated AWS for all tests of this JVM, since its engines take seconds to start; tests never share a key. */
public final class Cloud {
    public static final Faults FAULTS = new Faults();
    public static final SimulatedAws AWS = SimulatedAws.start(0, FAULTS, Clock.systemUTC());
    public static final Stack STACK = new Stack("test").createTables(AWS, Stack.Expiry.OFF);
    private static final String FUNCTION = "worker";

    /** For the contracts. */
    static final AwsEngine ENGINE = new AwsEngine(access(AWS.credentialsFor(FUNCTION)), AWS.client("test"));

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Cloud() {}

    /** A number that no test before had. */
    public static int unique() {
        return COUNT.incrementAndGet();
    }

    /** What a worker has of AWS, at this time. */
    public static Aws worker(Clock clock) {
        return ENGINE.worker(clock);
    }

    public static AwsAccess access(Credentials credentials) {
        return new AwsAccess(SimulatedAws.REGION, Optional.of(AWS.url()), Optional.empty())
                .with(new AwsAccess.Keys(
                        credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()));
    }

    /** What the worker sent while it did this, by operation. */
    public static Map<String, Integer> requestsOf(Runnable deed) {
        AWS.forgetCalls();
        deed.run();
        return AWS.counts(FUNCTION);
    }

    /** Does this while the worker's first call is committed and its answer lost. */
    public static void losingTheFirstAnswer(Runnable deed) {
        FAULTS.breakCall(0, Faults.Fault.RESPONSE_LOST);
        try {
            deed.run();
            assertThat(FAULTS.calls().subList(0, 2))
                    .as("sent again")
                    .containsOnly(FAULTS.calls().getFirst());
        } finally {
            FAULTS.heal();
        }
    }

    /** An item as it stands in a table; empty where there is none. */
    public static JsonObject item(String table, String key) {
        return ENGINE.item(table, key);
    }
}
