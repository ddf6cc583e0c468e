package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonWriter;
import dev.belay.local.world.PassingClock;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.app.SignedRequest;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pressing Acknowledge and Take over, when somebody may not, is late, or is not alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AcknowledgeTest {
    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private Bench bench = Bench.beside(aws, faults, clock);
    private String incident = "";
    private String card = "";

    @BeforeEach
    void an_incident_is_open() {
        bench.close();
        bench = Bench.beside(aws, faults, clock);
        incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        card = bench.card(AcmeWorkspace.SUPPORT, incident).ts();
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @AfterAll
    void all_stops() {
        bench.close();
        aws.close();
    }

    @ParameterizedTest
    @CsvSource({
        "U01CAROL, needs one of these roles",
        "U01DAVE, No active ServiceNow user",
        "U01ERIN, More than one active",
        "U01GUEST, Only full members",
        "U01SOLO, Only full members",
        "U02MALLORY, Only full members"
    })
    void who_may_not_changes_nothing_and_alone_sees_why(String person, String why) {
        bench.world().serviceNow().forgetCalls();
        press(person);
        bench.presses();
        assertThat(told(person)).singleElement().satisfies(answer -> assertThat(answer.text())
                .contains(why));
        assertThat(told(AcmeWorkspace.ALICE)).isEmpty();
        untouched();
        assertThat(bench.world().serviceNow().calls())
                .noneMatch(call -> call.name().equals("PATCH incident"));
    }

    @Test
    void who_looks_into_a_public_channel_without_being_in_it_is_told_all_the_same() {
        String major = bench.open(1, 1, "Checkout down");
        bench.hints();
        String channel = bench.incident(major).value("u_chat_channel");
        assertThat(bench.press(
                                AcmeWorkspace.CAROL,
                                channel,
                                bench.card(channel, major).ts(),
                                "ack")
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(bench.slack().calls("response_url")).hasSize(1);
        assertThat(told(AcmeWorkspace.CAROL)).hasSize(1);
    }

    @Test
    void a_card_that_is_old_is_drawn_anew_and_not_obeyed() {
        SignedRequest early = bench.slack().prepare(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, card, "ack");
        bench.change(incident, "short_description", "Printer jams on every floor");
        bench.hints();
        assertThat(bench.slack().send(early).accepted()).isTrue();
        bench.presses();
        untouched();
        assertThat(told(AcmeWorkspace.ALICE)).singleElement().satisfies(answer -> assertThat(answer.text())
                .contains("out of date"));
        press(AcmeWorkspace.ALICE);
        bench.presses();
        assertThat(acknowledgements()).hasSize(1);
    }

    @Test
    void a_double_click_writes_once() {
        SignedRequest second = bench.slack().prepare(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, card, "ack");
        press(AcmeWorkspace.ALICE);
        assertThat(bench.slack().send(second).accepted()).isTrue();
        bench.presses();
        assertThat(acknowledgements()).hasSize(1);
        assertThat(told(AcmeWorkspace.ALICE)).isEmpty();
    }

    @Test
    void of_two_who_press_at_once_one_has_it_and_the_other_may_take_it_over() {
        SignedRequest bobs = bench.slack().prepare(AcmeWorkspace.BOB, AcmeWorkspace.SUPPORT, card, "ack");
        press(AcmeWorkspace.ALICE);
        assertThat(bench.slack().send(bobs).accepted()).isTrue();
        bench.presses();
        assertThat(acknowledgements()).hasSize(1);
        PrivateMessage offer = told(AcmeWorkspace.BOB).getFirst();
        assertThat(offer.text()).contains("Alice Archer");
        assertThat(bench.press(AcmeWorkspace.BOB, AcmeWorkspace.SUPPORT, offer.ts(), "take-over")
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(bench.notes(incident)).anyMatch(note -> note.contains("Taken over from Alice Archer by Bob Baker"));
        assertThat(shown()).contains("Bob Baker");
    }

    @Test
    void a_take_over_is_refused_when_the_assignee_changed_meanwhile() {
        bench.change(incident, "assigned_to", userId("alice"));
        bench.hints();
        press(AcmeWorkspace.BOB);
        bench.presses();
        PrivateMessage offer = told(AcmeWorkspace.BOB).getFirst();
        bench.change(incident, "assigned_to", userId("carol"));
        bench.hints();
        assertThat(bench.press(AcmeWorkspace.BOB, AcmeWorkspace.SUPPORT, offer.ts(), "take-over")
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(bench.incident(incident).value("assigned_to")).isEqualTo(userId("carol"));
        assertThat(told(AcmeWorkspace.BOB).getLast().text()).contains("Carol Carter");
    }

    @Test
    void a_press_that_slack_kept_waiting_too_long_is_dropped_and_told_when_slack_is_back() {
        bench.slack().failures().next("users.info", 3, new dev.belay.simulator.slack.limit.Failure.Status(503));
        bench.slack().failures().next("chat.postEphemeral", 1, new dev.belay.simulator.slack.limit.Failure.Status(503));
        press(AcmeWorkspace.ALICE);
        bench.pressOnce();
        bench.pass(Duration.ofMinutes(11));
        bench.pressOnce();
        assertThat(bench.waiting()).as("it could not be told yet").isOne();
        bench.presses();
        untouched();
        assertThat(told(AcmeWorkspace.ALICE)).singleElement().satisfies(answer -> assertThat(answer.text())
                .contains("dropped"));
    }

    @Test
    void hidden_fields_prove_no_role() {
        bench.world().serviceNow().control().hideField("belay.integration", "sys_user_has_role", "state");
        press(AcmeWorkspace.ALICE);
        bench.presses();
        untouched();
        assertThat(told(AcmeWorkspace.ALICE).getFirst().text()).contains("could not be proved");
    }

    @Test
    void a_role_that_was_taken_away_is_gone_within_a_minute() {
        var function = bench.world().installation().cardAction();
        press(AcmeWorkspace.ALICE);
        bench.press(function);
        bench.world().serviceNow().tables().rows("sys_user_has_role").stream()
                .filter(row -> row.value("user").equals(userId("alice")))
                .forEach(row -> bench.world().serviceNow().tables().delete("sys_user_has_role", row.sysId(), "admin"));
        bench.pass(Duration.ofSeconds(61));
        String other = bench.open(3, 3, "Second");
        bench.hints();
        String second = bench.card(AcmeWorkspace.SUPPORT, other).ts();
        assertThat(bench.press(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, second, "ack")
                        .accepted())
                .isTrue();
        bench.press(function);
        assertThat(bench.incident(other).value("state")).isEqualTo("1");
    }

    @Test
    void who_was_deactivated_in_slack_may_nothing_after_five_minutes() {
        var function = bench.world().installation().cardAction();
        press(AcmeWorkspace.ALICE);
        bench.press(function);
        String other = bench.open(3, 3, "Second");
        bench.hints();
        String second = bench.card(AcmeWorkspace.SUPPORT, other).ts();
        SignedRequest late = bench.slack().prepare(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, second, "ack");
        bench.slack().workspace().deactivate(AcmeWorkspace.ALICE);
        bench.pass(Duration.ofSeconds(301));
        assertThat(bench.slack().sendAfresh(late).accepted()).isTrue();
        bench.press(function);
        assertThat(bench.incident(other).value("state")).isEqualTo("1");
    }

    @Test
    void a_refusal_of_servicenow_is_told() {
        bench.world().serviceNow().outage().next(1, "PATCH incident", Failure.ruleRefused());
        press(AcmeWorkspace.ALICE);
        bench.presses();
        untouched();
        assertThat(told(AcmeWorkspace.ALICE).getFirst().text()).contains("did not take the change");
    }

    @Test
    void a_write_whose_fate_is_unknown_ends_in_one_note() {
        bench.world().serviceNow().outage().next(1, "PATCH incident", new Failure.Dropped(true));
        press(AcmeWorkspace.ALICE);
        bench.presses();
        assertThat(acknowledgements()).hasSize(1);
        assertThat(shown()).contains("In Progress", "Alice Archer");
    }

    private void press(String person) {
        assertThat(bench.press(person, AcmeWorkspace.SUPPORT, card, "ack").accepted())
                .isTrue();
    }

    private void untouched() {
        assertThat(bench.incident(incident).value("state")).isEqualTo("1");
        assertThat(acknowledgements()).isEmpty();
    }

    private List<String> acknowledgements() {
        return bench.notes(incident).stream()
                .filter(note -> note.contains("Acknowledged by"))
                .toList();
    }

    private List<PrivateMessage> told(String person) {
        return bench.slack().ephemerals(person);
    }

    private String shown() {
        return JsonWriter.string(
                bench.card(AcmeWorkspace.SUPPORT, incident).content().blocks());
    }

    private String userId(String userName) {
        return bench.world()
                .serviceNow()
                .tables()
                .row("sys_user", "user_name", userName)
                .orElseThrow()
                .sysId();
    }
}
