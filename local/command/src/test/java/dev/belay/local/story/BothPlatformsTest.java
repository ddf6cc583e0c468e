package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record with a conversation on each platform is promoted, ended and reopened on both; one platform's refusal holds up nothing on the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BothPlatformsTest {
    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private final Bench slack = Bench.besideBoth(aws, faults, clock, Platform.SLACK);
    private final Bench teams = slack.from(Platform.TEAMS);

    @BeforeAll
    void those_who_run_this_are_told() {
        slack.operatorsAreTold();
    }

    @AfterAll
    void all_stops() {
        slack.close();
        aws.close();
    }

    private Bench on(Platform platform) {
        return platform == Platform.SLACK ? slack : teams;
    }

    private void settle() {
        for (Bench each : List.of(slack, teams, slack, teams)) {
            each.settle();
            each.echoes();
        }
    }

    private void due(Duration time) {
        clock.pass(time);
        slack.reconcile();
        settle();
    }

    private String thread() {
        String incident = slack.open(3, 3, "Printer jams");
        settle();
        return incident;
    }

    private void raise(String incident) {
        slack.change(incident, Map.of("impact", "1", "urgency", "1"));
        settle();
    }

    @Test
    void it_is_promoted_ended_and_reopened_on_both() {
        String incident = thread();
        raise(incident);
        for (Bench each : List.of(slack, teams)) {
            assertThat(each.channelOf(incident).cards()).hasSize(1);
            assertThat(each.cardOf(incident, each.room().support()).content()).contains("Goes on in");
        }
        slack.change(incident, Map.of("state", "8"));
        settle();
        due(Duration.ofDays(8));
        assertThat(slack.link(incident)).isEqualTo("ARCHIVED");
        assertThat(teams.link(incident)).isEqualTo("ARCHIVED");
        slack.change(incident, Map.of("state", "2", "active", "true"));
        settle();
        for (Bench each : List.of(slack, teams)) {
            assertThat(each.link(incident)).isEqualTo("READY");
            assertThat(each.cardOf(incident, each.channelOf(incident).id()).content())
                    .contains("In Progress");
        }
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void one_platform_s_refusal_holds_up_nothing_on_the_other(Platform refusing) {
        String incident = thread();
        Bench refused = on(refusing);
        Bench other = on(refusing == Platform.SLACK ? Platform.TEAMS : Platform.SLACK);
        refused.backstage().forbidChannels(true);
        refused.backstage().forbidArchiving(true);
        raise(incident);
        assertThat(other.channelOf(incident).cards()).hasSize(1);
        assertThat(refused.cardOf(incident, refused.room().support()).content()).contains("No channel of its own");
        slack.change(incident, Map.of("state", "8"));
        settle();
        due(Duration.ofDays(8));
        assertThat(other.link(incident)).isEqualTo("ARCHIVED");
        assertThat(refused.link(incident)).isEqualTo("READY");
        refused.backstage().forbidChannels(false);
        refused.backstage().forbidArchiving(false);
    }
}
