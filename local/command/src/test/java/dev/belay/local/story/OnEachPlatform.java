package dev.belay.local.story;

import dev.belay.chat.Platform;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Stories that hold on each platform: a world of its own for each test, beside one AWS for all of a class. */
@ParameterizedClass
@EnumSource(Platform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnEachPlatform {
    final PassingClock clock;
    final Faults faults = new Faults();
    final SimulatedAws aws;

    /** Where. */
    @Parameter
    Platform platform = Platform.SLACK;

    Bench bench;

    OnEachPlatform() {
        this(Clock.systemUTC());
    }

    OnEachPlatform(InstantSource time) {
        clock = new PassingClock(time);
        aws = SimulatedAws.start(0, faults, clock).ready();
    }

    @BeforeEach
    void a_new_world() {
        bench = Bench.beside(aws, faults, clock, platform);
    }

    @AfterEach
    void the_world_ends() {
        bench.close();
    }

    @AfterAll
    void all_stops() {
        aws.close();
    }
}
