package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Card;
import dev.belay.local.room.Room.Told;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.table.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that is no incident: its card calls its states what ServiceNow calls them, and promises none that it cannot set. */
final class ChangeRequestTest extends OnEachPlatform {
    private static final String TABLE = "change_request";
    private static final String REVIEW = "https://wiki.acme.example/switch-review";

    private String change = "";

    @BeforeEach
    void a_change_request_is_opened() {
        change = bench.open(
                TABLE,
                Map.of(
                        "impact", "3",
                        "urgency", "2",
                        "short_description", "Replace the core switch",
                        "assignment_group", bench.world().serviceNow().people().group("Network")));
        bench.hints();
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void its_card_shows_what_it_has_and_offers_what_it_can() {
        assertThat(card().content())
                .contains("CHG", "Replace the core switch", "New", "nobody yet", "Network", "Acknowledge")
                .doesNotContain("In Progress", "Take over");
    }

    @Test
    void who_acknowledges_it_is_assigned_and_its_state_stays_its_models() {
        acknowledged();
        assertThat(row().value("assigned_to")).isEqualTo(bench.userId(Person.ALICE));
        assertThat(row().value("state")).isEqualTo("-5");
        assertThat(notes())
                .filteredOn(note -> note.startsWith("Acknowledged by Alice Archer"))
                .hasSize(1);
        assertThat(card().content())
                .contains("Alice Archer", "Acknowledged", "Take over")
                .doesNotContain("In Progress");
        assertThat(told(Person.ALICE)).isEmpty();
    }

    @Test
    void its_state_is_called_what_servicenow_calls_it() {
        acknowledged();
        bench.change(TABLE, change, Map.of("state", "-4"));
        bench.hints();
        assertThat(card().content()).contains("Assess");
        bench.change(TABLE, change, Map.of("state", "4"));
        bench.hints();
        assertThat(card().content()).contains("Canceled").doesNotContain("Take over", "Hand over");
    }

    @Test
    void it_is_handed_over() {
        acknowledged();
        enter("hand-over", Map.of("to", List.of(bench.room().id(Person.CAROL))));
        bench.presses();
        assertThat(row().value("assigned_to")).isEqualTo(bench.userId(Person.CAROL));
        assertThat(row().value("state")).isEqualTo("-5");
        assertThat(card().content()).contains("Carol Carter");
        assertThat(told(Person.CAROL)).singleElement().asString().contains("handed CHG", "over to you");
    }

    @Test
    void people_are_paged_about_it_and_a_link_is_attached() {
        enter("page", Map.of("targets", List.of(AcmeAccount.ON_CALL)));
        bench.settle();
        assertThat(bench.world().pagerDuty().account().incidents()).hasSize(1);
        assertThat(notes())
                .filteredOn(note -> note.startsWith("Paged by Alice Archer"))
                .hasSize(1);
        enter("postmortem", Map.of("address", List.of(REVIEW)));
        bench.settle();
        assertThat(notes()).filteredOn(note -> note.contains(REVIEW)).hasSize(1);
        assertThat(card().content()).contains("Paged", "Major incidents").contains(REVIEW);
        assertThat(row().value("state")).isEqualTo("-5");
        assertThat(told(Person.ALICE)).isEmpty();
    }

    @Test
    void a_state_that_an_installation_lets_be_written_is_set() {
        bench.tableSettings(
                TABLE, JsonObject.builder().array("writes", List.of("-4")).done());
        acknowledged();
        assertThat(row().value("state")).isEqualTo("-4");
        assertThat(card().content()).contains("Assess");
    }

    @Test
    void an_incident_commander_has_an_incident_where_the_settings_say_so() {
        bench.world()
                .serviceNow()
                .control()
                .allow("belay.integration", "incident", Set.of("u_incident_commander"), Set.of("u_incident_commander"));
        bench.tableSettings(
                "incident",
                JsonObject.builder()
                        .value("assignee_field", "u_incident_commander")
                        .done());
        String incident = bench.open(
                "incident",
                Map.of(
                        "impact",
                        "3",
                        "urgency",
                        "3",
                        "short_description",
                        "Slow",
                        "assigned_to",
                        bench.userId(Person.CAROL)));
        bench.hints();
        Card shown = bench.cardOf(incident, bench.room().support());
        assertThat(bench.room()
                        .press(Person.ALICE, bench.room().support(), shown.id(), "ack")
                        .accepted())
                .isTrue();
        bench.presses();
        Row row = bench.incident(incident);
        assertThat(row.value("u_incident_commander")).isEqualTo(bench.userId(Person.ALICE));
        assertThat(row.value("assigned_to")).isEqualTo(bench.userId(Person.CAROL));
        assertThat(row.value("state")).isEqualTo("2");
        assertThat(bench.cardOf(incident, bench.room().support()).content())
                .contains("Incident commander", "Alice Archer", "Carol Carter");
    }

    private void acknowledged() {
        assertThat(bench.room()
                        .press(Person.ALICE, bench.room().support(), card().id(), "ack")
                        .accepted())
                .isTrue();
        bench.presses();
        bench.hints();
    }

    private void enter(String word, Map<String, List<String>> values) {
        assertThat(bench.room()
                        .enter(Person.ALICE, bench.room().support(), card().id(), word, values)
                        .accepted())
                .isTrue();
    }

    private Card card() {
        return bench.cardOf(change, bench.room().support());
    }

    private Row row() {
        return bench.record(TABLE, change);
    }

    private List<String> notes() {
        return bench.notes(change);
    }

    private List<String> told(Person person) {
        return bench.room().told(person).stream().map(Told::text).toList();
    }
}
