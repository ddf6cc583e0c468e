package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A major incident candidate is accepted or rejected from the card. */
final class CandidateTest extends OnEachPlatform {
    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void a_candidate_is_accepted_by_whoever_has_the_role() {
        String incident = proposed();
        assertThat(card(incident)).contains("Accept as major", "Reject");
        assertThat(bench.room()
                        .press(Person.CAROL, support(), cardId(incident), "accept")
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(told(Person.CAROL))
                .singleElement()
                .asString()
                .contains("Accepting as major needs one of these roles");
        assertThat(state(incident)).isEqualTo("proposed");
        assertThat(bench.room()
                        .press(Person.ALICE, support(), cardId(incident), "accept")
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(state(incident)).isEqualTo("accepted");
        assertThat(bench.notes(incident))
                .filteredOn(note -> note.startsWith("Accepted as a major incident by Alice Archer"))
                .hasSize(1);
        assertThat(card(incident)).doesNotContain("Accept as major", "Reject");
    }

    @Test
    void a_candidate_is_rejected_with_a_reason() {
        String incident = proposed();
        assertThat(reject(incident, Map.of("reason", List.of("One printer is not the company"))))
                .isTrue();
        bench.presses();
        assertThat(state(incident)).isEqualTo("rejected");
        assertThat(bench.notes(incident))
                .filteredOn(note -> note.startsWith("Rejected as a major incident by Alice Archer")
                        && note.contains("One printer is not the company"))
                .hasSize(1);
        assertThat(card(incident)).doesNotContain("Accept as major", "Reject");
    }

    @Test
    void of_two_who_decide_the_second_is_told() {
        String incident = proposed();
        var late = bench.room().prepare(Person.BOB, support(), cardId(incident), "accept");
        assertThat(reject(incident, Map.of("reason", List.of("No")))).isTrue();
        bench.presses();
        assertThat(late.send().accepted()).isTrue();
        bench.presses();
        assertThat(told(Person.BOB)).singleElement().asString().contains("was rejected as a major incident");
        assertThat(state(incident)).isEqualTo("rejected");
    }

    @Test
    void what_was_accepted_before_it_was_heard_of_gets_a_channel_of_its_own() {
        String incident = bench.open(3, 3, "Printer jams");
        bench.change(incident, "major_incident_state", "accepted");
        bench.hints();
        assertThat(bench.channelOf(incident).name()).startsWith("inc");
    }

    private String proposed() {
        String incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        bench.change(incident, "major_incident_state", "proposed");
        bench.hints();
        return incident;
    }

    private boolean reject(String incident, Map<String, List<String>> entered) {
        return bench.room()
                .enter(Person.ALICE, support(), cardId(incident), "reject", entered)
                .accepted();
    }

    private String state(String incident) {
        return bench.incident(incident).value("major_incident_state");
    }

    private String support() {
        return bench.room().support();
    }

    private String cardId(String incident) {
        return bench.cardOf(incident, support()).id();
    }

    private String card(String incident) {
        return bench.cardOf(incident, support()).content();
    }

    private List<String> told(Person person) {
        return bench.room().told(person).stream().map(Told::text).toList();
    }
}
