package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.belay.chat.Platform;
import dev.belay.local.room.Person;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Faults.Fault;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Opening, refreshing and acknowledging, broken at each of their outside calls in each of three ways: the request never arrives, the answer
 * is lost, the worker is killed with the answer in hand. A fresh worker goes on, and the end is that of an undisturbed run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryCrashPoint {
    private static final List<Fault> FAULTS = List.of(Fault.REQUEST_LOST, Fault.RESPONSE_LOST, Fault.CALLER_KILLED);

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock);

    private final Platform platform;

    /** What is played: what leads up to it undisturbed, and what is broken. */
    private record Play(String name, Consumer<Bench> before, ToIntFunction<Bench> once, Consumer<Bench> broken) {}

    EveryCrashPoint(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void engines_stand() {
        aws.ready();
    }

    @AfterAll
    void engines_stop() {
        aws.close();
    }

    @TestFactory
    Stream<DynamicTest> opening_a_channel_ends_the_same() {
        return everyCrashPoint(new Play(
                "opening a channel", bench -> bench.open(1, 1, "Checkout down"), Bench::hintOnce, Bench::hints));
    }

    @TestFactory
    Stream<DynamicTest> opening_a_thread_ends_the_same() {
        return everyCrashPoint(
                new Play("opening a thread", bench -> bench.open(3, 3, "Printer jams"), Bench::hintOnce, Bench::hints));
    }

    @TestFactory
    Stream<DynamicTest> acknowledging_ends_the_same() {
        return everyCrashPoint(new Play("acknowledging", EveryCrashPoint::pressed, Bench::pressOnce, Bench::presses));
    }

    @TestFactory
    Stream<DynamicTest> refreshing_a_card_ends_the_same() {
        return everyCrashPoint(new Play("refreshing a card", EveryCrashPoint::changed, Bench::hintOnce, Bench::hints));
    }

    private static void changed(Bench bench) {
        String incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        bench.change(incident, "short_description", "Printer jams on every floor");
    }

    private static void pressed(Bench bench) {
        String incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        String support = bench.room().support();
        String card = bench.cardOf(incident, support).id();
        assertThat(bench.room().press(Person.ALICE, support, card, "ack").accepted())
                .isTrue();
    }

    private Stream<DynamicTest> everyCrashPoint(Play play) {
        List<String> calls = new ArrayList<>();
        String undisturbed = undisturbed(play, calls);
        assertThat(calls).as("the calls of " + play.name()).hasSizeGreaterThan(5);
        List<DynamicTest> tests = new ArrayList<>();
        for (int call = 0; call < calls.size(); call++) {
            for (Fault fault : FAULTS) {
                int broken = call;
                String name = play.name() + ", call " + call + " (" + calls.get(call) + "): " + fault;
                tests.add(dynamicTest(
                        name, () -> assertThat(disturbed(play, broken, fault)).isEqualTo(undisturbed)));
            }
        }
        return tests.stream();
    }

    private String undisturbed(Play play, List<String> calls) {
        try (Bench bench = Bench.beside(aws, faults, clock, platform)) {
            play.before().accept(bench);
            faults.heal();
            assertThat(play.once().applyAsInt(bench)).isEqualTo(1);
            calls.addAll(faults.calls());
            assertThat(bench.waiting()).as("one delivery does it").isZero();
            bench.echoes();
            return EndState.of(bench);
        }
    }

    private String disturbed(Play play, int call, Fault fault) {
        try (Bench bench = Bench.beside(aws, faults, clock, platform)) {
            play.before().accept(bench);
            faults.breakCall(call, fault);
            play.broken().accept(bench);
            faults.heal();
            return EndState.of(bench);
        }
    }
}
