package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import dev.belay.simulator.http.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handing a record over and taking it over: both people stand in the note, and both are told. */
final class HandOverTest extends OnEachPlatform {
    private String incident = "";
    private String channel = "";
    private String card = "";

    @BeforeEach
    void alice_has_an_incident() {
        incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        channel = bench.channelOf(incident).id();
        card = bench.cardOf(incident, channel).id();
        assertThat(bench.room().press(Person.ALICE, channel, card, "ack").accepted())
                .isTrue();
        bench.presses();
        bench.hints();
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void a_record_is_handed_to_whom_the_dialog_names() {
        assertThat(handOver(Person.ALICE, Person.CAROL).accepted()).isTrue();
        bench.presses();
        assertThat(bench.notes(incident))
                .filteredOn(note -> note.startsWith("Handed over from"))
                .singleElement()
                .asString()
                .contains("from Alice Archer to Carol", "by Alice Archer");
        assertThat(bench.cardOf(incident, channel).content()).contains("Carol");
        assertThat(bench.happenings(incident))
                .containsExactly("ACKNOWLEDGED Alice Archer", "HANDED_OVER Alice Archer Carol Carter");
        assertThat(told(Person.CAROL)).singleElement().asString().contains("Alice Archer handed INC", "over to you");
        assertThat(told(Person.ALICE)).isEmpty();
    }

    @Test
    void who_has_no_role_hands_nothing_over() {
        assertThat(handOver(Person.CAROL, Person.BOB).accepted()).isTrue();
        bench.presses();
        assertThat(told(Person.CAROL)).singleElement().asString().contains("Handing over needs one of these roles");
        assertThat(bench.cardOf(incident, channel).content()).contains("Alice Archer");
    }

    @Test
    void whoever_was_known_and_is_deactivated_by_now_is_given_nothing() {
        knownAndThen("active", "false");
    }

    @Test
    void whoever_was_known_and_is_locked_out_by_now_is_given_nothing() {
        knownAndThen("locked_out", "true");
    }

    private void knownAndThen(String field, String value) {
        assertThat(bench.room().press(Person.CAROL, channel, card, "take-over").accepted())
                .isTrue();
        bench.presses();
        bench.change("sys_user", bench.userId(Person.CAROL), Map.of(field, value));
        assertThat(handOver(Person.ALICE, Person.CAROL).accepted()).isTrue();
        bench.presses();
        assertThat(told(Person.ALICE))
                .singleElement()
                .asString()
                .contains("Carol", "is not exactly one active user of ServiceNow");
        assertThat(bench.notes(incident)).noneMatch(note -> note.startsWith("Handed over from"));
        assertThat(bench.cardOf(incident, channel).content()).contains("Alice Archer");
    }

    @Test
    void a_record_that_changed_hands_meanwhile_is_not_handed_over() {
        var press = bench.room().prepare(Person.BOB, channel, card, "take-over");
        assertThat(handOver(Person.ALICE, Person.CAROL).accepted()).isTrue();
        bench.presses();
        assertThat(press.send().accepted()).isTrue();
        bench.presses();
        assertThat(told(Person.BOB)).singleElement().asString().contains("assignee has changed meanwhile");
    }

    @Test
    void whom_it_was_taken_from_is_told() {
        assertThat(bench.room().press(Person.BOB, channel, card, "take-over").accepted())
                .isTrue();
        bench.presses();
        assertThat(bench.notes(incident))
                .filteredOn(note -> note.startsWith("Taken over from"))
                .hasSize(1);
        assertThat(bench.cardOf(incident, channel).content()).contains("Bob");
        assertThat(bench.happenings(incident)).containsExactly("ACKNOWLEDGED Alice Archer", "TAKEN_OVER Bob Baker");
        assertThat(told(Person.ALICE)).singleElement().asString().contains("Bob Baker took INC", "over from you");
    }

    private Outcome handOver(Person by, Person to) {
        return bench.room()
                .enter(
                        by,
                        channel,
                        card,
                        "hand-over",
                        Map.of("to", List.of(bench.room().id(to))));
    }

    private List<String> told(Person person) {
        return bench.room().told(person).stream().map(Told::text).toList();
    }
}
