package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.local.room.Person;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slack's token is gone, on a record that has a conversation on both platforms: Teams goes on, and Slack follows when it is back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OtherPlatformGoesOnTest {
    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private Bench slack = Bench.besideBoth(aws, faults, clock, Platform.SLACK);
    private Bench teams = slack.from(Platform.TEAMS);

    /** The first is there already. */
    private void anotherWorld() {
        slack = Bench.besideBoth(aws, faults, clock, Platform.SLACK);
        teams = slack.from(Platform.TEAMS);
    }

    @AfterEach
    void the_world_ends() {
        assertThat(slack.waiting() + teams.waiting()).isZero();
        assertThat(slack.setAside() + teams.setAside()).isZero();
        slack.close();
        anotherWorld();
    }

    @AfterAll
    void all_stops() {
        slack.close();
        aws.close();
    }

    /** How the token is lost: without a word, or with the event that tells of it. */
    static List<Consumer<Bench>> ways() {
        return List.of(
                bench -> bench.backstage().signIn(false), bench -> bench.slack().revokeToken(), bench -> bench.slack()
                        .uninstall());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void teams_goes_on_while_slacks_token_is_gone(Consumer<Bench> lost) {
        String old = slack.open(1, 1, "Checkout down");
        settle();
        lost.accept(slack);
        String next = slack.open(1, 1, "Payments down");
        clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 12; i++) {
            slack.hintOnce();
            clock.pass(Duration.ofMinutes(31));
        }
        teams.settle();
        assertThat(slack.incident(next).value(slack.room().field())).isEmpty();
        String channel = teams.channelOf(next).id();
        assertThat(teams.room()
                        .press(
                                Person.ALICE,
                                channel,
                                teams.cardOf(next, channel).id(),
                                "ack")
                        .accepted())
                .isTrue();
        teams.settle();
        assertThat(teams.notes(next)).anyMatch(note -> note.contains("Acknowledged by"));
        assertThat(slack.setAside()).isZero();

        slack.backstage().signIn(true);
        clock.pass(Duration.ofMinutes(31));
        settle();
        assertThat(slack.room().cards(slack.channelOf(next).id())).hasSize(1);
        assertThat(slack.room().cards(slack.channelOf(old).id())).hasSize(1);
        assertThat(slack.cardOf(next, slack.channelOf(next).id()).content()).contains("Alice Archer");
    }

    @ParameterizedTest
    @MethodSource("words")
    void slacks_own_word_makes_the_token_unhealthy_before_any_call_of_ours_does(Consumer<Bench> lost) {
        slack.backstage().forgetCalls();
        lost.accept(slack);
        assertThat(slack.hintOnce()).isEqualTo(1);
        assertThat(slack.backstage().calls()).isEmpty();
        assertThat(slack.items(slack.world().stack().eventTable()))
                .anyMatch(item -> JsonWriter.string(item).contains("Slack says that the app"));

        slack.open(1, 1, "Payments down");
        clock.pass(Duration.ofMinutes(1));
        assertThat(slack.hintOnce()).isEqualTo(1);
        assertThat(slack.backstage().calls())
                .as("but one look whether it is back")
                .containsExactly("auth.test");
        slack.backstage().signIn(true);
        clock.pass(Duration.ofMinutes(2));
        settle();
    }

    static List<Consumer<Bench>> words() {
        return List.of(
                bench -> bench.slack().revokeToken(), bench -> bench.slack().uninstall());
    }

    private void settle() {
        for (int i = 0; i < 3; i++) {
            slack.settle();
            teams.settle();
            slack.echoes();
            teams.echoes();
        }
    }
}
