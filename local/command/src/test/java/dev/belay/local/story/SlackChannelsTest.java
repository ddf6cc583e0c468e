package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of channels where that is Slack's own. */
final class SlackChannelsTest {
    @Test
    void a_private_route_makes_a_private_channel_and_shows_its_other_records_nowhere() {
        PassingClock clock = new PassingClock(Clock.systemUTC());
        Faults faults = new Faults();
        try (SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
                Bench bench = Bench.beside(aws, faults, clock)) {
            bench.world().installation().changeSettings(settings -> settings.getArray("routes")
                    .getObject(0)
                    .put("private", true));
            String major = bench.open(1, 1, "Checkout down");
            bench.open(3, 3, "Payroll question");
            bench.hints();
            String channel = bench.incident(major).value("x_belay_chat_slack");
            assertThat(bench.slack().workspace().channel(channel).map(Channel::isPrivate))
                    .contains(true);
            assertThat(bench.slack().messages(AcmeWorkspace.SUPPORT)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations.setPurpose", "pins.add", "conversations.invite"})
    void what_slack_does_not_fit_costs_neither_channel_nor_card_nor_link(String method) {
        PassingClock clock = new PassingClock(Clock.systemUTC());
        Faults faults = new Faults();
        try (SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
                Bench bench = Bench.beside(aws, faults, clock)) {
            bench.slack().failures().next(method, 1, new Failure.Refused("unknown_method"));
            String incident = bench.open(1, 1, "Checkout down");
            assertThat(bench.hintOnce()).isOne();
            assertThat(bench.channelOf(incident).cards()).hasSize(1);
            assertThat(EndState.of(bench))
                    .contains("state={S=READY}", "set_up_bookmark=", "set_up_description=", "set_up_invitation=");
        }
    }

    @Test
    void an_event_that_what_is_there_contradicts_is_looked_at_again() {
        inAWorld(bench -> {
            String incident = bench.open(1, 1, "Checkout down");
            bench.hints();
            String channel = bench.channelOf(incident).id();
            over(bench, incident);
            bench.backstage().archiveByHand(channel);
            unseen(bench, channel);
            assertThat(bench.hintOnce()).isOne();
            assertThat(bench.waiting()).isOne();
            assertThat(bench.link(incident)).isEqualTo("READY");
            bench.pass(Duration.ofSeconds(25));
            bench.slack()
                    .workspace()
                    .archive(bench.slack().workspace().channel(channel).orElseThrow());
            bench.hints();
            assertThat(bench.link(incident)).isEqualTo("ARCHIVED");
        });
    }

    /** The channel of a record that is open would be made again. */
    private static void over(Bench bench, String incident) {
        bench.change(incident, "state", "8");
        bench.hints();
    }

    /** What was done shows only later. */
    private static void unseen(Bench bench, String channel) {
        Channel where = bench.slack().workspace().channel(channel).orElseThrow();
        where.revive();
        where.members().add(AcmeWorkspace.APP.botUser());
    }

    @Test
    void what_becomes_of_a_private_channel_is_taken_from_the_event_alone() {
        inAWorld(bench -> {
            bench.world().installation().changeSettings(settings -> settings.getArray("routes")
                    .getObject(0)
                    .put("private", true));
            String archived = bench.open(1, 1, "Checkout down");
            String left = bench.open(1, 1, "Payroll down");
            bench.hints();
            over(bench, archived);
            over(bench, left);
            bench.backstage().archiveByHand(bench.channelOf(archived).id());
            bench.backstage().removeApp(bench.channelOf(left).id());
            bench.hints();
            assertThat(bench.link(archived)).isEqualTo("ARCHIVED");
            assertThat(bench.link(left)).isEqualTo("APP_REMOVED");
            assertThat(bench.slack().calls("conversations.info"))
                    .extracting(ApiCall::outcome)
                    .contains("channel_not_found");
        });
    }

    @Test
    void others_who_join_or_leave_are_of_no_interest() {
        inAWorld(bench -> {
            String incident = bench.open(1, 1, "Checkout down");
            bench.hints();
            String channel = bench.channelOf(incident).id();
            assertThat(bench.slack().deliveries())
                    .as("those whom we invited")
                    .anySatisfy(told -> assertThat(told.request().text()).contains("member_joined_channel", channel));
            assertThat(bench.waiting()).isZero();
        });
    }

    private static void inAWorld(Consumer<Bench> story) {
        PassingClock clock = new PassingClock(Clock.systemUTC());
        Faults faults = new Faults();
        try (SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
                Bench bench = Bench.beside(aws, faults, clock)) {
            story.accept(bench);
        }
    }
}
