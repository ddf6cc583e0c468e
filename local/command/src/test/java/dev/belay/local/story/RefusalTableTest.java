package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.grack.nanojson.JsonObject;
import dev.belay.action.Actions;
import dev.belay.card.CardAction;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.People;
import dev.belay.simulator.servicenow.table.Row;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Role × action × state: whatever stands on a card is refused for each reason by itself, and nothing is done. */
final class RefusalTableTest extends OnEachPlatform {
    /** Those that depend on nothing that an older card shows otherwise. */
    private static final Set<CardAction> HEEDLESS = Set.of(CardAction.PAGE, CardAction.POSTMORTEM);

    private String incident = "";

    @AfterEach
    void nothing_is_left() {
        bench.settle();
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void without_its_role(CardAction action) {
        offered(action);
        refused(Person.CAROL, support(), action, Actions.of(action).doing() + " needs one of these roles");
    }

    @ParameterizedTest
    @EnumSource
    void with_a_role_for_another_action_alone(CardAction action) {
        People people = bench.world().serviceNow().people();
        people.grant(people.addressed("carol@acme.example").getFirst(), "itil");
        CardAction hers = action == CardAction.PAGE ? CardAction.ACKNOWLEDGE : CardAction.PAGE;
        bench.world()
                .installation()
                .changeSettings(settings -> settings.put(
                        "roles",
                        JsonObject.builder().array(hers.id(), List.of("itil")).done()));
        offered(action);
        refused(Person.CAROL, support(), action, Actions.of(action).doing() + " needs one of these roles");
        done(Person.CAROL, hers);
    }

    @ParameterizedTest
    @MethodSource
    void on_a_record_whose_state_forbids_it(CardAction action, String state, String words) {
        offered(action);
        bench.change(
                incident, Map.of("state", state, "close_code", "Solved (Permanently)", "close_notes", "Restarted"));
        refused(Person.BOB, support(), action, words);
        assertThat(card()).contains("postmortem").doesNotContain("\"" + action.id() + "\"");
    }

    static Stream<Arguments> on_a_record_whose_state_forbids_it() {
        Map<String, String> over =
                Map.of("6", "is Resolved already", "7", "is Closed already", "8", "is Canceled already");
        return EnumSet.complementOf(EnumSet.of(CardAction.POSTMORTEM)).stream()
                .flatMap(action ->
                        over.entrySet().stream().map(state -> arguments(action, state.getKey(), state.getValue())));
    }

    @ParameterizedTest
    @EnumSource
    void from_another_conversation(CardAction action) {
        offered(action);
        String elsewhere = bench.backstage().createdByAlice("elsewhere");
        bench.backstage().copy(support(), bench.cardOf(incident, support()).id(), elsewhere);
        refused(Person.ALICE, elsewhere, action, "is not linked to that record");
    }

    @ParameterizedTest
    @EnumSource
    void from_another_thread_of_the_same_channel(CardAction action) {
        offered(action);
        String ours = bench.cardOf(incident, support()).id();
        String other = bench.cardOf(anotherIncident(), support()).id();
        String copy = bench.backstage().copyIntoThread(support(), ours, other);
        refused(Person.ALICE, "is not linked to that record", () -> pressOn(Person.ALICE, support(), copy, action));
    }

    @ParameterizedTest
    @EnumSource
    void from_an_old_card_which_is_drawn_anew(CardAction action) {
        offered(action);
        bench.change(incident, happened(action));
        if (HEEDLESS.contains(action)) {
            done(Person.ALICE, action);
        } else {
            refused(Person.BOB, support(), action, says(action));
        }
        assertThat(card()).contains(shows(action));
    }

    /** What makes an action another than the one that was pressed; for those that depend on nothing shown, what is shown. */
    private Map<String, String> happened(CardAction action) {
        return switch (action) {
            case ACKNOWLEDGE -> Map.of("state", "2");
            case ACCEPT, REJECT -> Map.of("major_incident_state", "canceled");
            case TAKE_OVER, HAND_OVER ->
                Map.of(
                        "assigned_to",
                        bench.world()
                                .serviceNow()
                                .people()
                                .person("Finn Fisher", "finn", "finn@acme.example")
                                .sysId());
            case PAGE, POSTMORTEM -> Map.of("short_description", "Printer is on fire");
        };
    }

    private static String says(CardAction action) {
        return switch (action) {
            case ACKNOWLEDGE -> "That card was out of date";
            case ACCEPT, REJECT -> "is not proposed as a major incident";
            case TAKE_OVER, HAND_OVER -> "assigned to Finn Fisher";
            case PAGE, POSTMORTEM -> "";
        };
    }

    private static String shows(CardAction action) {
        return switch (action) {
            case ACKNOWLEDGE -> "In Progress";
            case ACCEPT, REJECT -> "anceled";
            case TAKE_OVER, HAND_OVER -> "Finn";
            case PAGE, POSTMORTEM -> "Printer is on fire";
        };
    }

    /** There is an incident whose card offers this. */
    private void offered(CardAction action) {
        incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        switch (action) {
            case ACCEPT, REJECT -> {
                bench.change(incident, "major_incident_state", "proposed");
                bench.hints();
            }
            case TAKE_OVER, HAND_OVER -> {
                assertThat(press(Person.ALICE, support(), CardAction.ACKNOWLEDGE))
                        .isTrue();
                bench.settle();
            }
            case ACKNOWLEDGE, PAGE, POSTMORTEM -> {}
        }
    }

    private String anotherIncident() {
        String another = bench.open(3, 3, "Another printer jams");
        bench.hints();
        return another;
    }

    private void refused(Person person, String place, CardAction action, String words) {
        refused(person, words, () -> press(person, place, action));
    }

    private void refused(Person person, String words, BooleanSupplier press) {
        List<String> before = record();
        int told = told(person).size();
        assertThat(press.getAsBoolean()).isTrue();
        bench.presses();
        assertThat(record()).isEqualTo(before);
        assertThat(bench.world().pagerDuty().account().incidents()).isEmpty();
        assertThat(told(person)).hasSize(told + 1).last().asString().contains(words);
    }

    private void done(Person person, CardAction action) {
        int told = told(person).size();
        int notes = bench.notes(incident).size();
        assertThat(press(person, support(), action)).isTrue();
        bench.presses();
        assertThat(bench.notes(incident)).hasSize(notes + 1);
        assertThat(told(person)).hasSize(told);
    }

    private boolean press(Person person, String place, CardAction action) {
        return pressOn(person, place, bench.cardOf(incident, place).id(), action);
    }

    private boolean pressOn(Person person, String place, String card, CardAction action) {
        Map<String, List<String>> entered = entered(action);
        return (entered.isEmpty()
                        ? bench.room().press(person, place, card, action.id())
                        : bench.room().enter(person, place, card, action.id(), entered))
                .accepted();
    }

    private Map<String, List<String>> entered(CardAction action) {
        return switch (action) {
            case ACKNOWLEDGE, ACCEPT, TAKE_OVER -> Map.of();
            case REJECT -> Map.of("reason", List.of("One printer is not the company"));
            case PAGE -> Map.of("targets", List.of(AcmeAccount.ON_CALL));
            case HAND_OVER -> Map.of("to", List.of(bench.room().id(Person.CAROL)));
            case POSTMORTEM -> Map.of("address", List.of("https://wiki.acme.example/postmortem"));
        };
    }

    /** All of it that an action may change. */
    private List<String> record() {
        Row row = bench.incident(incident);
        return List.of(
                row.value("state"),
                row.value("assigned_to"),
                row.value("major_incident_state"),
                row.value("additional_assignee_list"),
                bench.notes(incident).toString());
    }

    private String card() {
        return bench.cardOf(incident, support()).content();
    }

    private String support() {
        return bench.room().support();
    }

    private List<String> told(Person person) {
        return bench.room().told(person).stream().map(Told::text).toList();
    }
}
