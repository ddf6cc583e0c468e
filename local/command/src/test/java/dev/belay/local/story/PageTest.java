package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Told;
import dev.belay.simulator.http.Outcome;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.pagerduty.account.Incident;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paging from chat: PagerDuty hears of it once, people join the record, and everybody concerned knows of it. */
final class PageTest extends OnEachPlatform {
    private static final String WORDS = "Checkout is down.";
    private static final Map<String, List<String>> ON_CALL =
            Map.of("targets", List.of(AcmeAccount.ON_CALL), "message", List.of(WORDS));

    private String incident = "";
    private String channel = "";
    private String card = "";

    @BeforeEach
    void there_is_an_incident() {
        incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        channel = bench.channelOf(incident).id();
        card = bench.cardOf(incident, channel).id();
    }

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void a_person_and_who_is_on_call_are_paged_with_one_incident_and_one_note() {
        assertThat(page(Person.ALICE, withCarol()).accepted()).isTrue();
        bench.presses();
        assertThat(incidents()).singleElement().satisfies(made -> assertThat(made.requests())
                .isEmpty());
        assertThat(pages())
                .singleElement()
                .asString()
                .contains(
                        "Paged by Alice Archer",
                        "Carol Carter, Major incidents: PagerDuty incident",
                        "triggered",
                        WORDS);
        assertThat(bench.incident(incident).value("additional_assignee_list"))
                .isEqualTo(bench.world()
                        .serviceNow()
                        .people()
                        .addressed("carol@acme.example")
                        .getFirst()
                        .sysId());
        assertThat(told(Person.CAROL))
                .singleElement()
                .asString()
                .contains("Alice Archer paged you about INC", "Checkout down", WORDS);
        assertThat(told(Person.ALICE)).isEmpty();
    }

    @Test
    void a_second_page_asks_more_people_to_join_the_same_incident() {
        assertThat(page(Person.ALICE, ON_CALL).accepted()).isTrue();
        bench.presses();
        assertThat(page(Person.BOB, Map.of("targets", List.of(AcmeAccount.DATABASES)))
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(incidents()).singleElement().satisfies(made -> assertThat(made.requests())
                .hasSize(1));
        assertThat(pages()).hasSize(2);
    }

    @Test
    void several_are_chosen_for_a_record_in_the_shared_channel() {
        incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        channel = bench.room().support();
        card = bench.cardOf(incident, channel).id();
        assertThat(page(Person.ALICE, Map.of("targets", List.of(AcmeAccount.ON_CALL, AcmeAccount.DATABASES)))
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(pages()).singleElement().asString().contains("Major incidents, Databases: PagerDuty incident");
    }

    @Test
    void a_dialog_in_which_nobody_is_chosen_is_asked_again_at_once() {
        Outcome answer = page(Person.ALICE, Map.of("message", List.of(WORDS)));
        assertThat(answer.body()).contains("Choose here or below: one at least.");
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void who_has_no_role_pages_nobody_and_keeps_their_words() {
        assertThat(page(Person.CAROL, ON_CALL).accepted()).isTrue();
        bench.presses();
        assertThat(told(Person.CAROL))
                .singleElement()
                .asString()
                .contains("Page responders … needs one of these roles", WORDS);
        assertThat(incidents()).isEmpty();
        assertThat(pages()).isEmpty();
    }

    @Test
    void what_ended_meanwhile_is_paged_about_no_more() {
        bench.change(incident, Map.of("state", "6", "close_code", "Solution provided", "close_notes", "Restarted."));
        assertThat(page(Person.ALICE, ON_CALL).accepted()).isTrue();
        bench.settle();
        assertThat(told(Person.ALICE)).singleElement().asString().contains("already", WORDS);
        assertThat(incidents()).isEmpty();
    }

    private Map<String, List<String>> withCarol() {
        Map<String, List<String>> entered = new HashMap<>(ON_CALL);
        entered.put("people", List.of(bench.room().id(Person.CAROL)));
        return entered;
    }

    private Outcome page(Person by, Map<String, List<String>> entered) {
        return bench.room().enter(by, channel, card, "page", entered);
    }

    private List<Incident> incidents() {
        return bench.world().pagerDuty().account().incidents();
    }

    private List<String> pages() {
        return bench.notes(incident).stream()
                .filter(note -> note.startsWith("Paged by"))
                .toList();
    }

    private List<String> told(Person person) {
        return bench.room().told(person).stream().map(Told::text).toList();
    }
}
