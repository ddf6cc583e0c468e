package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.card.CardAction;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.People;
import dev.belay.simulator.servicenow.table.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Role × action × state: whatever stands on a card is refused for each reason by itself, and nothing is done. */
final class RefusalTableTest extends OnEachPlatform {
    /** Those that the end of a record, or an older card, does not forbid. */
    private static final Set<CardAction> HEEDLESS = Set.of(CardAction.PAGE, CardAction.POSTMORTEM);

    private String incident = "";

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void without_its_role(CardAction action) {
        offered(action);
        refused(Person.CAROL, support(), action, action.label() + " needs one of these roles");
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
        refused(Person.CAROL, support(), action, action.label() + " needs one of these roles");
        assertThat(press(Person.CAROL, support(), hers)).isTrue();
        bench.settle();
        assertThat(told(Person.CAROL)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "POSTMORTEM")
    void on_a_record_that_ended(CardAction action) {
        offered(action);
        bench.change(incident, Map.of("state", "6", "close_code", "Solved (Permanently)", "close_notes", "Restarted"));
        refused(Person.BOB, support(), action, "is Resolved already");
        assertThat(card()).contains("Resolved", "postmortem").doesNotContain("\"" + action.id() + "\"");
    }

    @ParameterizedTest
    @EnumSource
    void from_another_conversation(CardAction action) {
        offered(action);
        String elsewhere = bench.backstage().createdByAlice("elsewhere");
        bench.backstage().copy(support(), bench.cardOf(incident, support()).id(), elsewhere);
        refused(Person.ALICE, elsewhere, action, "");
    }

    @ParameterizedTest
    @EnumSource
    void from_an_old_card_which_is_drawn_anew(CardAction action) {
        offered(action);
        bench.change(incident, happened(action));
        if (HEEDLESS.contains(action)) {
            assertThat(press(Person.ALICE, support(), action)).isTrue();
            bench.settle();
            assertThat(told(Person.ALICE)).isEmpty();
        } else {
            refused(Person.BOB, support(), action, "");
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

    private void refused(Person person, String place, CardAction action, String words) {
        List<String> before = record();
        int told = told(person).size();
        assertThat(press(person, place, action)).isTrue();
        bench.settle();
        assertThat(record()).isEqualTo(before);
        assertThat(bench.world().pagerDuty().account().incidents()).isEmpty();
        assertThat(told(person)).hasSize(told + 1).last().asString().contains(words);
    }

    private boolean press(Person person, String place, CardAction action) {
        String card = bench.cardOf(incident, place).id();
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
