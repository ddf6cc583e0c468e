package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.app.Administration;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
    private String incident = "";
    private String channel = "";

    @BeforeEach
    void a_channel_stands_in_a_team_that_has_the_app() {
        heard(owners.install(AcmeTeams.ALICE, AcmeTeams.TEAM));
        incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        channel = bench.channelOf(incident).id();
        bench.change(incident, "state", "8"); // the channel of a record that is open would be made again
        bench.hints();
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
        assertThat(EndState.of(bench)).contains("state={S=CHANNEL_DELETED}");
        heard(List.of(owners.restore(AcmeTeams.ALICE, channel)));
        assertThat(EndState.of(bench)).contains("state={S=READY}").doesNotContain("CHANNEL_DELETED");
    }

    @Test
    void what_was_changed_while_a_channel_was_gone_is_on_its_card_when_it_is_back() {
        heard(List.of(owners.delete(AcmeTeams.ALICE, channel)));
        bench.change(incident, "short_description", "Checkout slow");
        bench.hints();
        heard(List.of(owners.restore(AcmeTeams.ALICE, channel)));
        assertThat(bench.cardOf(incident, channel).content()).contains("Checkout slow");
    }

    @Test
    void a_channel_that_is_renamed_is_the_same_and_its_new_name_is_known() {
        heard(List.of(owners.rename(AcmeTeams.ALICE, channel, "war-room")));
        assertThat(EndState.of(bench)).contains("state={S=READY}", "{S=war-room}");
    }

    @Test
    void a_team_without_our_app_is_cut_off_until_it_has_it_again() {
        heard(owners.remove(AcmeTeams.ALICE, AcmeTeams.TEAM));
        assertThat(EndState.of(bench)).contains("state={S=APP_REMOVED}").doesNotContain("service_url");
        heard(owners.install(AcmeTeams.ALICE, AcmeTeams.TEAM));
        assertThat(EndState.of(bench)).contains("state={S=READY}", "service_url");
    }

    @Test
    void a_new_version_of_the_app_changes_nothing() {
        String before = EndState.of(bench);
        heard(List.of(owners.upgrade(AcmeTeams.ALICE, AcmeTeams.TEAM)));
        assertThat(EndState.of(bench)).isEqualTo(before);
    }

    @Test
    void a_deletion_that_is_told_again_after_the_restoration_deletes_nothing() {
        Delivery deleted = owners.delete(AcmeTeams.ALICE, channel);
        Delivery restored = owners.restore(AcmeTeams.ALICE, channel);
        heard(List.of(deleted, restored));
        String before = EndState.of(bench);
        thriceAndLate(deleted);
        assertThat(EndState.of(bench)).isEqualTo(before).contains("state={S=READY}");
        goesOn();
    }

    @Test
    void a_restoration_that_is_told_again_after_the_next_deletion_restores_nothing() {
        Delivery deleted = owners.delete(AcmeTeams.ALICE, channel);
        Delivery restored = owners.restore(AcmeTeams.ALICE, channel);
        heard(List.of(deleted, restored, owners.delete(AcmeTeams.ALICE, channel)));
        String before = EndState.of(bench);
        thriceAndLate(restored);
        thriceAndLate(deleted);
        assertThat(EndState.of(bench)).isEqualTo(before).contains("state={S=CHANNEL_DELETED}");
    }

    @Test
    void an_old_name_that_is_told_again_is_not_the_name() {
        Delivery first = owners.rename(AcmeTeams.ALICE, channel, "war-room");
        Delivery second = owners.rename(AcmeTeams.ALICE, channel, "peace-room");
        heard(List.of(first, second));
        thriceAndLate(first);
        assertThat(EndState.of(bench)).contains("state={S=READY}", "{S=peace-room}");
    }

    @Test
    void a_removal_that_is_told_again_after_the_installation_cuts_nothing_off() {
        List<Delivery> removed = owners.remove(AcmeTeams.ALICE, AcmeTeams.TEAM);
        heard(removed);
        heard(owners.install(AcmeTeams.ALICE, AcmeTeams.TEAM));
        String before = EndState.of(bench);
        removed.forEach(this::thriceAndLate);
        assertThat(EndState.of(bench)).isEqualTo(before).contains("state={S=READY}", "service_url");
        goesOn();
    }

    @Test
    void an_installation_that_is_told_again_after_the_removal_installs_nothing() {
        List<Delivery> installed = owners.install(AcmeTeams.ALICE, AcmeTeams.TEAM);
        heard(installed);
        heard(owners.remove(AcmeTeams.ALICE, AcmeTeams.TEAM));
        String before = EndState.of(bench);
        installed.forEach(this::thriceAndLate);
        assertThat(EndState.of(bench))
                .isEqualTo(before)
                .contains("state={S=APP_REMOVED}")
                .doesNotContain("service_url");
    }

    @Test
    void what_arrives_in_the_wrong_order_ends_as_it_is() {
        List<Delivery> inOrder = new ArrayList<>();
        aws.interrupt("sqs");
        inOrder.add(owners.delete(AcmeTeams.ALICE, channel));
        inOrder.add(owners.restore(AcmeTeams.ALICE, channel));
        inOrder.add(owners.rename(AcmeTeams.ALICE, channel, "war-room"));
        inOrder.addAll(owners.remove(AcmeTeams.ALICE, AcmeTeams.TEAM));
        inOrder.addAll(owners.install(AcmeTeams.ALICE, AcmeTeams.TEAM));
        aws.restore("sqs");
        bench.pass(Duration.ofMinutes(5));
        for (Delivery told : inOrder.reversed()) {
            heard(List.of(bench.world().teams().redeliver(told.request())));
        }
        assertThat(EndState.of(bench))
                .contains("state={S=READY}", "{S=war-room}", "service_url")
                .doesNotContain("CHANNEL_DELETED", "APP_REMOVED");
        goesOn();
    }

    @Test
    void a_channel_that_was_deleted_while_the_app_was_away_is_gone_when_it_is_back() {
        heard(owners.remove(AcmeTeams.ALICE, AcmeTeams.TEAM));
        unheard(() -> owners.delete(AcmeTeams.ALICE, channel));
        heard(owners.install(AcmeTeams.ALICE, AcmeTeams.TEAM));
        assertThat(EndState.of(bench)).contains("state={S=CHANNEL_DELETED}");
    }

    @Test
    void a_channel_that_was_restored_while_the_app_was_away_is_ready_when_it_is_back() {
        heard(List.of(owners.delete(AcmeTeams.ALICE, channel)));
        heard(owners.remove(AcmeTeams.ALICE, AcmeTeams.TEAM));
        unheard(() -> owners.restore(AcmeTeams.ALICE, channel));
        heard(owners.install(AcmeTeams.ALICE, AcmeTeams.TEAM));
        assertThat(EndState.of(bench)).contains("state={S=READY}").doesNotContain("CHANNEL_DELETED");
        goesOn();
    }

    @Test
    void a_channel_that_is_restored_after_its_record_got_another_moves_nothing() {
        String open = bench.open(1, 1, "Payments down");
        bench.hints();
        String old = bench.channelOf(open).id();
        heard(List.of(owners.delete(AcmeTeams.ALICE, old)));
        String now = bench.channelOf(open).id();
        assertThat(now).isNotEqualTo(old);
        String before = EndState.of(bench);
        Delivery restored = owners.restore(AcmeTeams.ALICE, old);
        heard(List.of(restored, owners.delete(AcmeTeams.ALICE, old)));
        thriceAndLate(restored);
        assertThat(bench.link(open)).isEqualTo("READY");
        assertThat(EndState.of(bench)).isEqualTo(before);
    }

    private void goesOn() {
        bench.change(incident, "short_description", "Checkout down in Europe");
        bench.hints();
        assertThat(bench.cardOf(incident, channel).content()).contains("in Europe");
    }

    /** Once more as it was, and twice as Teams repeats it: much later, and under new ids. */
    private void thriceAndLate(Delivery told) {
        heard(List.of(bench.world().teams().sendAfresh(told.request())));
        for (int times = 0; times < 2; times++) {
            bench.pass(Duration.ofHours(1));
            heard(List.of(bench.world().teams().redeliver(told.request())));
        }
    }

    private void unheard(Supplier<Delivery> deed) {
        aws.interrupt("sqs");
        assertThat(deed.get().accepted()).isFalse();
        aws.restore("sqs");
    }

    private void heard(List<Delivery> told) {
        assertThat(told).allMatch(Delivery::accepted);
        bench.hints();
    }
}
