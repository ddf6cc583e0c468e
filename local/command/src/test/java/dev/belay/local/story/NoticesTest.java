package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.local.world.PassingClock;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.app.Administration;
import dev.belay.simulator.teams.app.Delivery;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a team's owners do to our places there, and what the links say of it. */
final class NoticesTest {
    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private final Bench bench = Bench.beside(aws, faults, clock, Platform.TEAMS);
    private final Administration owners = bench.world().teams().administration();
    private String channel = "";

    @BeforeEach
    void a_channel_stands_in_a_team_that_has_the_app() {
        heard(owners.install(AcmeTeams.ALICE, AcmeTeams.TEAM));
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        channel = bench.channelOf(incident).id();
    }

    @AfterEach
    void all_stops() {
        assertThat(bench.setAside()).isZero();
        bench.close();
        aws.close();
    }

    @Test
    void a_channel_that_is_deleted_and_restored_is_gone_and_ready_again() {
        heard(List.of(owners.delete(AcmeTeams.ALICE, channel)));
        assertThat(EndState.of(bench)).contains("state={S=GONE}");
        heard(List.of(owners.restore(AcmeTeams.ALICE, channel)));
        assertThat(EndState.of(bench)).contains("state={S=READY}").doesNotContain("GONE");
    }

    @Test
    void a_channel_that_is_renamed_is_the_same_and_its_new_name_is_known() {
        heard(List.of(owners.rename(AcmeTeams.ALICE, channel, "war-room")));
        assertThat(EndState.of(bench)).contains("state={S=READY}", "{S=war-room}");
    }

    @Test
    void a_team_without_our_app_is_cut_off_until_it_has_it_again() {
        heard(owners.remove(AcmeTeams.ALICE, AcmeTeams.TEAM));
        assertThat(EndState.of(bench)).contains("state={S=CUT_OFF}").doesNotContain("service_url");
        heard(owners.install(AcmeTeams.ALICE, AcmeTeams.TEAM));
        assertThat(EndState.of(bench)).contains("state={S=READY}", "service_url");
    }

    @Test
    void a_new_version_of_the_app_changes_nothing() {
        String before = EndState.of(bench);
        heard(List.of(owners.upgrade(AcmeTeams.ALICE, AcmeTeams.TEAM)));
        assertThat(EndState.of(bench)).isEqualTo(before);
    }

    private void heard(List<Delivery> told) {
        assertThat(told).allMatch(Delivery::accepted);
        bench.hints();
    }
}
