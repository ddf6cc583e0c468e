package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Faults.Fault;
import dev.belay.simulator.time.PassingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Plays flows on one platform, undisturbed and with calls broken in each of three ways: the request never arrives, the answer is lost,
 * the worker is killed with the answer in hand. A fresh worker goes on, and the end is that of an undisturbed run.
 */
final class CrashEnumeration implements AutoCloseable {
    static final List<Fault> KINDS = List.of(Fault.REQUEST_LOST, Fault.RESPONSE_LOST, Fault.CALLER_KILLED);

    /** Calls that change nothing outside. */
    private static final Pattern READS = Pattern.compile("dynamodb (?:GetItem|Query|Scan)"
            + "|secretsmanager GetSecretValue|ssm GetParameter"
            + "|servicenow (?:GET .*|POST oauth_token)"
            + "|teams (?:login|connector\\.get|graph\\.(?:list|get|filesFolder)|sharepoint\\.download).*"
            + "|slack (?:users\\..*|conversations\\.(?:info|history|replies|members)|bookmarks\\.list|auth\\.test|chat\\.getPermalink|files\\.info|download)"
            + "|pagerduty (?:get|list).*");

    private static final Pattern STARTS = Pattern.compile(
            "secretsmanager GetSecretValue|ssm GetParameter|servicenow POST oauth_token|teams login\\..*");

    /** What is asked of one class is known to the next that runs in this process: nothing in it is of one engine or moment. */
    private static final Map<Platform, Map<Flow, Undisturbed>> UNDISTURBED = new ConcurrentHashMap<>();

    private final Platform platform;
    private final PassingClock clock =
            new PassingClock(InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(2))));
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();

    /** A run without faults: the calls that it made, and how everything stood in the end. */
    record Undisturbed(List<String> calls, String end) {}

    CrashEnumeration(Platform platform) {
        this.platform = platform;
    }

    Undisturbed undisturbed(Flow flow) {
        return UNDISTURBED
                .computeIfAbsent(platform, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(flow, this::play);
    }

    private Undisturbed play(Flow flow) {
        try (Bench bench = Bench.beside(aws, faults, clock, platform)) {
            flow.leadUpTo(bench);
            faults.heal();
            assertThat(bench.settle()).as("deliveries of " + flow).isEqualTo(flow.deliveries());
            List<String> calls = faults.calls();
            bench.echoes();
            return new Undisturbed(calls, EndState.of(bench));
        }
    }

    /**
     * The ways in which a call can break that differ in what they leave behind. Of a call that reads it is the same whether its request
     * is lost or its answer, and who is killed after it leaves what one leaves who is killed after the call before it.
     */
    static List<Fault> kinds(String call) {
        return READS.matcher(call).matches() ? List.of(Fault.RESPONSE_LOST) : KINDS;
    }

    /** Whether each worker makes this call when it starts, whatever it works on: each is broken once in a flow, for the sake of time. */
    static boolean isOfAnyStart(String call) {
        return STARTS.matcher(call).matches();
    }

    /** Holds a disturbed run against the undisturbed one; tells whether all that was to break did. */
    boolean endsTheSame(Disturbed disturbed) {
        String expected = undisturbed(disturbed.flow()).end();
        try (Bench bench = Bench.beside(aws, faults, clock, platform)) {
            disturbed.flow().leadUpTo(bench);
            faults.breakCalls(disturbed.breaks());
            bench.settle();
            boolean allBroke = faults.breaksAhead() == 0;
            faults.heal();
            bench.echoes();
            assertThat(EndState.of(bench)).isEqualTo(expected);
            return allBroke;
        }
    }

    @Override
    public void close() {
        aws.close();
    }
}
