package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.fuzz.Enumeration;
import dev.belay.incidentopened.IncidentOpenedHandler;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many incidents at once (a hundred in CI), more than the platform's limits let through: the limits dictate how long it takes, and nothing else. */
final class DrainTest {
    private static final int ALL = Enumeration.asked().of(100, 40);
    private static final int WORKERS = 4;
    private static final Duration FAR_TOO_LONG = Duration.ofMinutes(30);

    /** How many incidents of which kind are opened at once. */
    private record Storm(int major, int minor) {}

    /** When the last of each kind stood, and how long the calls take at their limits. */
    private record Drained(Duration major, Duration minor, Duration dictated) {}

    @ParameterizedTest
    @EnumSource(Platform.class)
    void as_many_major_and_minor_ones_take_as_long_as_the_limits_dictate_and_the_major_ones_go_first(
            Platform platform) {
        Drained mixed = drain(platform, new Storm(ALL / 2, ALL / 2));
        assertThat(mixed.minor()).isLessThanOrEqualTo(bar(mixed));
        assertThat(mixed.major()).isLessThanOrEqualTo(bar(mixed));
        Drained alone = drain(platform, new Storm(ALL / 2, 0));
        assertThat(mixed.major()).as("the rest yields").isLessThanOrEqualTo(times(alone.major(), 1.1));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void major_ones_take_as_long_as_the_limits_dictate(Platform platform) {
        Drained drained = drain(platform, new Storm(ALL, 0));
        assertThat(drained.major()).isLessThanOrEqualTo(bar(drained));
    }

    private static Duration bar(Drained drained) {
        return times(drained.dictated(), 1.2);
    }

    private static Duration times(Duration time, double factor) {
        return Duration.ofMillis(Math.round(time.toMillis() * factor));
    }

    /** Time stands still but for the seconds that the queues wait. */
    private static Drained drain(Platform platform, Storm storm) {
        PassingClock clock = new PassingClock(InstantSource.fixed(Instant.now().plus(Duration.ofMinutes(2))));
        Faults faults = new Faults();
        try (SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
                Bench bench = Bench.beside(aws, faults, clock, platform)) {
            bench.limits(true);
            Map<String, Boolean> waiting = open(bench, storm);
            List<IncidentOpenedHandler> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(bench.world().installation().incidentOpened());
            }
            Instant start = clock.instant();
            Duration major = Duration.ZERO;
            Duration minor = Duration.ZERO;
            while (!waiting.isEmpty()) {
                deliver(bench, workers);
                Duration passed = Duration.between(start, clock.instant());
                assertThat(passed).as("%s still wait", waiting.size()).isLessThan(FAR_TOO_LONG);
                if (stand(bench, waiting, true)) {
                    major = passed;
                }
                if (stand(bench, waiting, false)) {
                    minor = passed;
                }
                clock.pass(Duration.ofSeconds(1));
            }

            return new Drained(major, minor, bench.limitsDictate());
        }
    }

    private static Map<String, Boolean> open(Bench bench, Storm storm) {
        Map<String, Boolean> opened = new LinkedHashMap<>();
        for (int i = 0; i < storm.minor(); i++) {
            opened.put(bench.open(3, 3, "Printer " + i + " jams"), false);
        }
        for (int i = 0; i < storm.major(); i++) {
            opened.put(bench.open(1, 1, "Checkout " + i + " down"), true);
        }
        return opened;
    }

    private static void deliver(Bench bench, List<IncidentOpenedHandler> workers) {
        int came = 1;
        for (int turn = 0; came > 0; turn++) {
            came = bench.hint(workers.get(turn % WORKERS));
        }
    }

    /** Takes those of a kind away that stand by now: the record names its conversation after its card. */
    private static boolean stand(Bench bench, Map<String, Boolean> waiting, boolean major) {
        return waiting.entrySet()
                .removeIf(one -> one.getValue() == major
                        && !bench.incident(one.getKey())
                                .value(bench.room().field())
                                .isEmpty());
    }
}
