package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.local.demo.Stories;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stories of {@code ./belay demo}, against the whole of it. */
final class DemoTest {
    /** Other tests share the machine: how soon a card follows is the demo's own to judge. */
    private static final Duration UNHURRIED = Duration.ofMinutes(1);

    @Test
    void every_story_is_right() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PassingClock clock = new PassingClock(Clock.systemUTC());
        Stories.Result result;
        try (SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready()) {
            PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
            result = new Stories(aws, Template.ofCheckout(), clock, out, UNHURRIED)
                    .play(List.of(), EnumSet.allOf(Platform.class));
            PermissionLog.keep(aws);
        }
        String lines = told.toString(StandardCharsets.UTF_8);
        int all = 2 * (Stories.list().size() - 1) + 1; // each on both platforms, and one that needs both at once
        assertThat(result).as(lines).isEqualTo(new Stories.Result(all, 0));
        assertThat(lines.lines().toList().getLast()).matches(all + " stories right, \\d+ s");
    }

    @Test
    void a_name_that_no_story_has_is_told() {
        assertThat(Stories.unknown(List.of("main", "mian"))).contains("mian");
        assertThat(Stories.unknown(List.of("main", "redelivery", "refusals", "both")))
                .isEmpty();
    }
}
