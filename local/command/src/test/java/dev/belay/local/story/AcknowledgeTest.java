package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Press;
import dev.belay.local.room.Room.Told;
import dev.belay.local.story.Backstage.Doing;
import dev.belay.local.story.Backstage.Trouble;
import dev.belay.simulator.servicenow.outage.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pressing Acknowledge and Take over, when somebody may not, is late, or is not alone. */
final class AcknowledgeTest extends OnEachPlatform {
    private String incident = "";
    private String card = "";

    @BeforeEach
    void an_incident_is_open() {
        incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        card = bench.cardOf(incident, support()).id();
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "CAROL, needs one of these roles",
        "DAVE, No active ServiceNow user",
        "ERIN, More than one active",
        "GUEST, Only full members"
    })
    void who_may_not_changes_nothing_and_alone_sees_why(Person person, String why) {
        bench.world().serviceNow().forgetCalls();
        press(person);
        bench.presses();
        assertThat(told(person)).singleElement().satisfies(answer -> assertThat(answer.text())
                .contains(why));
        assertThat(told(Person.ALICE)).isEmpty();
        untouched();
        assertThat(bench.world().serviceNow().calls())
                .noneMatch(call -> call.name().equals("PATCH incident"));
    }

    @Test
    void a_press_that_comes_again_later_under_another_id_is_done_once() {
        Press press = prepared(Person.ALICE);
        assertThat(press.send().accepted()).isTrue();
        bench.presses();
        assertThat(press.repeat().accepted()).isTrue();
        bench.presses();
        bench.pass(Duration.ofHours(1));
        assertThat(press.repeat().accepted()).isTrue();
        bench.presses();
        assertThat(acknowledgements()).hasSize(1);
        assertThat(told(Person.ALICE)).isEmpty();
    }

    @Test
    void a_card_that_is_old_is_drawn_anew_and_not_obeyed() {
        Press early = prepared(Person.ALICE);
        bench.change(incident, "short_description", "Printer jams on every floor");
        bench.hints();
        assertThat(early.send().accepted()).isTrue();
        bench.presses();
        untouched();
        assertThat(told(Person.ALICE)).singleElement().satisfies(answer -> assertThat(answer.text())
                .contains("out of date"));
        press(Person.ALICE);
        bench.presses();
        assertThat(acknowledgements()).hasSize(1);
    }

    @Test
    void a_double_click_writes_once() {
        Press second = prepared(Person.ALICE);
        press(Person.ALICE);
        assertThat(second.send().accepted()).isTrue();
        bench.presses();
        assertThat(acknowledgements()).hasSize(1);
        assertThat(told(Person.ALICE)).isEmpty();
    }

    @Test
    void of_two_who_press_at_once_one_has_it_and_the_other_may_take_it_over() {
        Press bobs = prepared(Person.BOB);
        press(Person.ALICE);
        assertThat(bobs.send().accepted()).isTrue();
        bench.presses();
        assertThat(acknowledgements()).hasSize(1);
        boolean alices = bench.incident(incident).value("assigned_to").equals(bench.userId(Person.ALICE));
        Person first = alices ? Person.ALICE : Person.BOB;
        Person second = alices ? Person.BOB : Person.ALICE;
        assertThat(told(first)).isEmpty();
        Told offer = told(second).getFirst();
        assertThat(offer.text()).contains(first.called());
        assertThat(bench.room()
                        .press(second, offer.place(), offer.id(), "take-over")
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(bench.notes(incident))
                .anyMatch(note -> note.contains("Taken over from " + first.called() + " by " + second.called()));
        assertThat(shown()).contains(second.called());
    }

    @Test
    void what_was_offered_late_in_a_persons_own_chat_can_be_pressed_there() {
        bench.change(incident, "assigned_to", bench.userId(Person.ALICE));
        bench.hints();
        press(Person.BOB);
        bench.backstage().fail(Doing.LOOK_UP, 1, Trouble.DOWN);
        bench.pressOnce();
        bench.pass(Duration.ofMinutes(2));
        bench.presses();
        Told offer = told(Person.BOB).getFirst();
        assertThat(offer.place()).isNotEqualTo(support());
        assertThat(bench.room()
                        .press(Person.BOB, offer.place(), offer.id(), "take-over")
                        .accepted())
                .isTrue();
        bench.settle();
        assertThat(bench.incident(incident).value("assigned_to")).isEqualTo(bench.userId(Person.BOB));
        assertThat(told(Person.ALICE)).singleElement().satisfies(said -> assertThat(said.text())
                .contains("Bob Baker"));
        assertThat(told(Person.BOB)).containsExactly(offer);
    }

    @Test
    void a_take_over_is_refused_when_the_assignee_changed_meanwhile() {
        bench.change(incident, "assigned_to", bench.userId(Person.ALICE));
        bench.hints();
        press(Person.BOB);
        bench.presses();
        Told offer = told(Person.BOB).getFirst();
        bench.change(incident, "assigned_to", bench.userId(Person.CAROL));
        bench.hints();
        assertThat(bench.room()
                        .press(Person.BOB, offer.place(), offer.id(), "take-over")
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(bench.incident(incident).value("assigned_to")).isEqualTo(bench.userId(Person.CAROL));
        assertThat(told(Person.BOB).getLast().text()).contains("Carol Carter");
    }

    @Test
    void a_press_that_the_chat_kept_waiting_too_long_is_dropped_and_told_when_it_is_back() {
        bench.backstage().fail(Doing.LOOK_UP, 3, Trouble.DOWN);
        bench.backstage().fail(Doing.TELL_DIRECTLY, 1, Trouble.DOWN);
        press(Person.ALICE);
        bench.pressOnce();
        bench.pass(Duration.ofMinutes(11));
        bench.pressOnce();
        assertThat(bench.waiting()).as("it could not be told yet").isOne();
        bench.presses();
        untouched();
        assertThat(told(Person.ALICE)).singleElement().satisfies(answer -> assertThat(answer.text())
                .contains("dropped"));
    }

    @ParameterizedTest
    @CsvSource({"sys_user_has_role, state", "sys_user, email"})
    void hidden_fields_prove_no_user_and_no_role(String table, String field) {
        bench.world().serviceNow().control().hideField("belay.integration", table, field);
        press(Person.ALICE);
        bench.presses();
        untouched();
        assertThat(told(Person.ALICE).getFirst().text()).contains("could not be proved");
    }

    @Test
    void a_role_that_was_taken_away_is_gone_within_a_minute() {
        var function = bench.world().installation().cardAction();
        press(Person.ALICE);
        bench.press(function);
        bench.world().serviceNow().tables().rows("sys_user_has_role").stream()
                .filter(row -> row.value("user").equals(bench.userId(Person.ALICE)))
                .forEach(row -> bench.world().serviceNow().tables().delete("sys_user_has_role", row.sysId(), "admin"));
        bench.pass(Duration.ofSeconds(61));
        String other = bench.open(3, 3, "Second");
        bench.hints();
        String second = bench.cardOf(other, support()).id();
        assertThat(bench.room().press(Person.ALICE, support(), second, "ack").accepted())
                .isTrue();
        bench.press(function);
        assertThat(bench.incident(other).value("state")).isEqualTo("1");
    }

    @Test
    void who_was_deactivated_in_chat_may_nothing_after_five_minutes() {
        var function = bench.world().installation().cardAction();
        press(Person.ALICE);
        bench.press(function);
        String other = bench.open(3, 3, "Second");
        bench.hints();
        String second = bench.cardOf(other, support()).id();
        Press late = bench.room().prepare(Person.ALICE, support(), second, "ack");
        bench.backstage().deactivate(Person.ALICE);
        bench.pass(Duration.ofSeconds(301));
        assertThat(late.repeat().accepted()).isTrue();
        bench.press(function);
        assertThat(bench.incident(other).value("state")).isEqualTo("1");
    }

    @Test
    void a_refusal_of_servicenow_is_told() {
        bench.world().serviceNow().outage().next(1, "PATCH incident", Failure.ruleRefused());
        press(Person.ALICE);
        bench.presses();
        untouched();
        assertThat(told(Person.ALICE).getFirst().text()).contains("did not take the change");
    }

    @Test
    void a_write_whose_fate_is_unknown_ends_in_one_note() {
        bench.world().serviceNow().outage().next(1, "PATCH incident", new Failure.Dropped(true));
        press(Person.ALICE);
        bench.presses();
        assertThat(acknowledgements()).hasSize(1);
        assertThat(shown()).contains("In Progress", "Alice Archer");
    }

    private void press(Person person) {
        assertThat(bench.room().press(person, support(), card, "ack").accepted())
                .isTrue();
    }

    private Press prepared(Person person) {
        return bench.room().prepare(person, support(), card, "ack");
    }

    private String support() {
        return bench.room().support();
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

    private List<Told> told(Person person) {
        return bench.room().told(person);
    }

    private String shown() {
        return bench.cardOf(incident, support()).content();
    }
}
