package dev.belay.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.aws.Template;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.table.Written;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.time.PassingClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The function {@code link-audit}, run by run: what its metrics tell, and when. */
final class ScheduledAuditTest {
    private static final Pattern AGE = Pattern.compile("\"AuditHoursOld\":(\\d+)");
    private static final Pattern TOLD = Pattern.compile("\"Kind\":\"no-conversation\",\"AuditFindings\":(\\d+)");

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final World world = World.start(
            World.Setup.simulated(clock, new Faults(), Set.of(Platform.SLACK)),
            new Stack("belay-audit", Template.ofCheckout()));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void an_incident_without_a_conversation() {
        world.installation().printTo(new PrintStream(printed, true, UTF_8));
        world.serviceNow().rule().active(false);
        Written written = world.serviceNow()
                .tables()
                .insert("incident", Map.of("impact", "1", "urgency", "1", "short_description", "Slow"), "admin");
        assertThat(written).isInstanceOf(Written.Done.class);
        clock.pass(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void run() {
        printed.reset();
        Running.audit(world, world.installation().linkAudit());
        clock.pass(Duration.ofMinutes(5));
    }

    private List<String> told(Pattern what) {
        return what.matcher(printed.toString(UTF_8))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void what_it_found_is_told_once_a_day() {
        run();
        assertThat(told(TOLD)).containsExactly("1");
        run();
        assertThat(told(TOLD)).isEmpty();
        clock.pass(Duration.ofDays(1));
        run();
        assertThat(told(TOLD)).containsExactly("1");
    }

    @Test
    void how_long_ago_one_ended_each_run_tells_whatever_hinders_it() {
        run();
        assertThat(told(AGE)).containsExactly("0", "0");
        world.installation().changeSettings(settings -> settings.put("pause_outbound", true));
        clock.pass(Duration.ofHours(40));
        run();
        assertThat(told(AGE)).as("all is paused").containsExactly("40");
    }

    @Test
    void a_pause_from_the_first_day_on_is_told_too() {
        world.installation().changeSettings(settings -> settings.put("pause_outbound", true));
        run();
        clock.pass(Duration.ofDays(10));
        run();
        assertThat(told(AGE)).containsExactly("240");
        clock.pass(Duration.ofDays(10));
        run();
        assertThat(told(AGE)).containsExactly("480");
    }

    @Test
    void a_token_that_is_mended_the_same_day_costs_no_finding() {
        world.slack().workspace().botToken(Grant.Standing.REVOKED);
        run();
        assertThat(told(TOLD)).isEmpty();
        world.slack().workspace().botToken(Grant.Standing.VALID);
        run();
        assertThat(told(TOLD)).containsExactly("1");
        assertThat(printed.toString(UTF_8)).contains("\"Kind\":\"place-unreadable\",\"AuditFindings\":0");
    }
}
