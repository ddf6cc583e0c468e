package dev.belay.local.story;

import dev.belay.chat.Platform;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
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
    final PassingClock clock = new PassingClock(Clock.systemUTC());
    final Faults faults = new Faults();
    final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();

    /** Where. */
    @Parameter
    Platform platform = Platform.SLACK;

    Bench bench;

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
