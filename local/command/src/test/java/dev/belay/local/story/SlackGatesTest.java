package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may press and how they are told, where that is Slack's own. */
final class SlackGatesTest {
    private static final String SUE = "U03SUE";

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private final Bench bench = Bench.beside(aws, faults, clock);

    @AfterEach
    void all_stops() {
        bench.close();
        aws.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {AcmeWorkspace.SINGLE_CHANNEL_GUEST, AcmeWorkspace.STRANGER})
    void a_guest_of_one_channel_and_somebody_of_a_connected_workspace_are_refused(String person) {
        String incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        press(person, AcmeWorkspace.SUPPORT, incident);
        assertThat(bench.slack().ephemerals(person)).singleElement().satisfies(answer -> assertThat(answer.text())
                .contains("Only full members"));
        assertThat(bench.incident(incident).value("state")).isEqualTo("1");
    }

    @Test
    void who_looks_into_a_public_channel_without_being_in_it_is_told_all_the_same() {
        String major = bench.open(1, 1, "Checkout down");
        bench.hints();
        press(AcmeWorkspace.CAROL, bench.channelOf(major).id(), major);
        assertThat(bench.slack().calls("response_url")).hasSize(1);
        assertThat(bench.slack().ephemerals(AcmeWorkspace.CAROL)).hasSize(1);
    }

    @Test
    void who_cannot_be_told_with_our_token_is_told_by_the_way_back_that_the_press_brought() {
        String incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        String card = bench.card(AcmeWorkspace.SUPPORT, incident).ts();
        bench.slack().workspace().botToken(Grant.Standing.REVOKED);
        assertThat(bench.press(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, card, "ack")
                        .accepted())
                .isTrue();
        bench.pressOnce();
        bench.pass(Duration.ofMinutes(11));
        bench.pressOnce();
        assertThat(bench.waiting()).isZero();
        assertThat(bench.slack().ephemerals(AcmeWorkspace.ALICE))
                .extracting(answer -> answer.text())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Slack does not accept Belay's credential"),
                        second -> assertThat(second).contains("it was dropped"));
    }

    @Test
    void people_of_a_sibling_workspace_may_press_where_settings_say_that_it_is_ours() {
        bench.slack()
                .workspace()
                .add(Person.of(Person.Kind.MEMBER, "T03SIBLING", SUE, "sue", "Sue", "alice@acme.example"));
        bench.slack()
                .workspace()
                .channel(AcmeWorkspace.SUPPORT)
                .orElseThrow()
                .members()
                .add(SUE);
        String incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        press(SUE, AcmeWorkspace.SUPPORT, incident);
        assertThat(bench.incident(incident).value("state")).isEqualTo("1");
        bench.world().installation().changeSettings(settings -> settings.getObject("slack")
                .put("workspaces", JsonArray.from(AcmeWorkspace.TEAM, "T03SIBLING")));
        bench.pass(Duration.ofMinutes(6));
        press(SUE, AcmeWorkspace.SUPPORT, incident);
        assertThat(bench.incident(incident).value("state")).isEqualTo("2");
    }

    private void press(String person, String channel, String incident) {
        String card = bench.card(channel, incident).ts();
        assertThat(bench.press(person, channel, card, "ack").accepted()).isTrue();
        bench.presses();
    }
}
