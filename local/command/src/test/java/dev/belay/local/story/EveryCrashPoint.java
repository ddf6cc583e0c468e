package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.belay.chat.Platform;
import dev.belay.fuzz.Enumeration;
import dev.belay.simulator.http.Faults.Break;
import dev.belay.simulator.http.Faults.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every flow, broken at its outside calls in the ways that leave something else behind. The full enumeration breaks each call in each way;
 * a wide one every fifth call, a narrow one every twentieth, each in one way that {@code -Dseed=} draws. Where one platform's begins, the
 * other's does not: most calls are the same on both.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryCrashPoint {
    private static final int STEP = Enumeration.asked().of(1, 5, 20);

    private final long seed = Long.getLong("seed", 2026);
    private final Platform platform;
    private final CrashEnumeration runs;

    EveryCrashPoint(Platform platform) {
        this.platform = platform;
        this.runs = new CrashEnumeration(platform);
    }

    @AfterAll
    void engines_stop() {
        runs.close();
    }

    @TestFactory
    Stream<DynamicTest> a_flow_that_breaks_at_one_call_ends_the_same() {
        return Disturbed.asked(platform, 1)
                .map(asked -> asked.stream().map(one -> endsTheSame(one, "")))
                .orElseGet(() -> Flows.on(platform).stream().flatMap(flow -> everyCrashPoint(flow).stream()));
    }

    private DynamicTest endsTheSame(Disturbed disturbed, String call) {
        return dynamicTest(disturbed + call, () -> runs.endsTheSame(disturbed));
    }

    private List<DynamicTest> everyCrashPoint(Flow flow) {
        List<String> calls = runs.undisturbed(flow).calls();
        assertThat(calls).as("the calls of " + flow).hasSizeGreaterThan(3);
        List<Integer> breakable = breakable(calls);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = first(flow, breakable.size()); i < breakable.size(); i += STEP) {
            int call = breakable.get(i);
            for (Fault fault : kinds(flow, call, calls.get(call))) {
                Disturbed disturbed = new Disturbed(flow, List.of(new Break(call, fault)));
                tests.add(endsTheSame(disturbed, " (" + calls.get(call) + ")"));
            }
        }
        return tests;
    }

    /** The numbers of the calls, but for what a worker's start repeats. */
    private static List<Integer> breakable(List<String> calls) {
        return IntStream.range(0, calls.size())
                .filter(call ->
                        !CrashEnumeration.isOfAnyStart(calls.get(call)) || calls.indexOf(calls.get(call)) == call)
                .boxed()
                .toList();
    }

    /** Some call of each flow is broken, however few it has. */
    private int first(Flow flow, int breakable) {
        int drawn = drawn(flow, -1).nextInt(STEP) + (platform == Platform.TEAMS ? STEP / 2 : 0);
        return drawn % Math.min(STEP, breakable);
    }

    private List<Fault> kinds(Flow flow, int number, String call) {
        List<Fault> all = CrashEnumeration.kinds(call);
        return Enumeration.asked() == Enumeration.FULL
                ? all
                : List.of(all.get(drawn(flow, number).nextInt(all.size())));
    }

    private Random drawn(Flow flow, int call) {
        return new Random(Objects.hash(seed, flow.name(), call));
    }
}
