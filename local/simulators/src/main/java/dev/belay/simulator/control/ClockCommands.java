package dev.belay.simulator.control;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The time that a system lives by, which others may live by too. */
public final class ClockCommands {
    private final Clock clock;

    public ClockCommands(Clock clock) {
        this.clock = clock;
    }

    /** Showing the time; and letting time pass, where the clock can. */
    public List<Command> all() {
        Command show = Command.show("clock", "", "the time that this system and all others live by", given -> now());
        return clock instanceof PassingClock passing
                ? List.of(
                        show,
                        Command.act(
                                "pass",
                                "minutes?, seconds?",
                                "lets time pass for this system and all others that live by the same clock",
                                given -> passed(passing, given)))
                : List.of(show);
    }

    private JsonObject passed(PassingClock passing, Fields given) {
        Duration time = Duration.ofMinutes(given.number("minutes", 0)).plusSeconds(given.number("seconds", 0));
        if (!time.isPositive()) {
            throw new IllegalArgumentException("time only passes: give minutes or seconds above 0");
        }
        passing.pass(time);
        return now();
    }

    private JsonObject now() {
        return JsonObject.builder().value("now", clock.instant().toString()).done();
    }
}
