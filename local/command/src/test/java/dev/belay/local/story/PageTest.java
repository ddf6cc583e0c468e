package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Press;
import dev.belay.local.room.Room.Told;
import dev.belay.local.story.Backstage.Doing;
import dev.belay.local.story.Backstage.Trouble;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.http.Outcome;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.pagerduty.account.Incident;
import dev.belay.simulator.pagerduty.limit.RateLimits;
import dev.belay.simulator.servicenow.outage.Failure;
import dev.belay.simulator.webhook.Delivery;
import dev.belay.simulator.webhook.SimulatedWebhook;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        assertThat(bench.incident(incident).value("additional_assignee_list")).isEqualTo(bench.userId(Person.CAROL));
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
    void a_dialog_that_is_sent_more_than_once_pages_once() {
        Press sent = bench.room().fillIn(Person.ALICE, channel, card, "page", withCarol());
        assertThat(sent.send().accepted()).isTrue();
        assertThat(sent.repeat().accepted()).isTrue();
        bench.settle();
        bench.pass(Duration.ofMinutes(6));
        assertThat(sent.repeat().accepted()).isTrue();
        bench.settle();
        assertThat(incidents()).singleElement().satisfies(made -> assertThat(made.requests())
                .isEmpty());
        assertThat(pages()).hasSize(1);
        assertThat(told(Person.CAROL)).hasSize(1);
        assertThat(told(Person.ALICE)).isEmpty();
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
                .contains("Calling people in needs one of these roles", WORDS);
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

    @Test
    void each_page_that_could_not_be_made_in_time_is_told_with_its_words() {
        bench.world().serviceNow().outage().next(1000, Failure.status(503));
        List<String> words = List.of("Checkout is down.", "Payments are down too.");
        for (String each : words) {
            page(Person.ALICE, Map.of("targets", List.of(AcmeAccount.ON_CALL), "message", List.of(each)));
        }
        bench.pressOnce();
        bench.pass(Duration.ofMinutes(11));
        bench.presses();
        assertThat(told(Person.ALICE)).hasSize(2).allMatch(said -> said.contains("so it was dropped"));
        assertThat(told(Person.ALICE).toString()).contains(words);
        assertThat(incidents()).isEmpty();
    }

    @Test
    void a_page_that_took_effect_is_noted_although_servicenow_is_away_beyond_its_life() {
        bench.world().serviceNow().outage().next(1000, "PATCH incident", Failure.status(503));
        page(Person.ALICE, withCarol());
        bench.pressOnce();
        bench.world().serviceNow().outage().next(1000, Failure.status(503));
        for (int i = 0; i < 2; i++) {
            bench.pass(Duration.ofMinutes(11));
            bench.pressOnce();
        }
        assertThat(told(Person.ALICE)).isEmpty();
        bench.world().serviceNow().outage().end();
        bench.pass(Duration.ofMinutes(30));
        bench.settle();
        assertThat(incidents()).hasSize(1);
        assertThat(pages()).singleElement().asString().contains("Carol Carter, Major incidents: PagerDuty incident");
        assertThat(bench.incident(incident).value("additional_assignee_list")).isEqualTo(bench.userId(Person.CAROL));
        assertThat(told(Person.CAROL)).singleElement().asString().contains("Alice Archer paged you about INC");
        assertThat(told(Person.ALICE)).isEmpty();
    }

    @Test
    void whom_the_pager_refuses_beside_others_is_told_to_whoever_paged() {
        bench.world().pagerDuty().account().ability(Account.RESPONDING, false);
        page(Person.ALICE, Map.of("targets", List.of(AcmeAccount.ON_CALL, AcmeAccount.DATABASES)));
        bench.presses();
        assertThat(told(Person.ALICE)).singleElement().asString().contains("PagerDuty did not ask Databases to join");
        assertThat(pages()).singleElement().asString().contains("triggered. PagerDuty did not ask Databases");
    }

    @Test
    void what_is_offered_in_a_persons_own_chat_can_be_filled_in_there() {
        page(Person.ALICE, ON_CALL);
        bench.pageBy(Optional.of("webhook")); // which knows no such target
        bench.backstage().fail(Doing.LOOK_UP, 1, Trouble.DOWN);
        bench.pressOnce();
        bench.pass(Duration.ofMinutes(6));
        bench.settle();
        Told offer = bench.room().told(Person.ALICE).getLast();
        assertThat(offer.place()).isNotEqualTo(channel);
        assertThat(bench.room()
                        .enter(
                                Person.ALICE,
                                offer.place(),
                                offer.id(),
                                "page",
                                Map.of("people", List.of(bench.room().id(Person.CAROL)), "targets", List.of("network")))
                        .accepted())
                .isTrue();
        bench.settle();
        assertThat(bench.world().webhook().effects()).hasSize(1);
        assertThat(pages()).singleElement().asString().contains("Carol Carter", "Network");
        assertThat(told(Person.CAROL)).hasSize(1);
    }

    @Test
    void a_guest_keeps_nobody_else_out_and_is_named_to_everybody() {
        Map<String, List<String>> entered = new HashMap<>(ON_CALL);
        entered.put(
                "people", List.of(bench.room().id(Person.GUEST), bench.room().id(Person.CAROL)));
        assertThat(page(Person.ALICE, entered).accepted()).isTrue();
        bench.settle();
        assertThat(incidents()).hasSize(1);
        assertThat(pages())
                .singleElement()
                .asString()
                .contains("Carol Carter", "(not called in: ", " is a guest here)");
        assertThat(bench.backstage().lines(channel))
                .singleElement()
                .asString()
                .contains("Alice Archer paged Carol Carter", " is a guest here)");
        assertThat(told(Person.ALICE))
                .singleElement()
                .asString()
                .contains(" is a guest here, so they were not called in")
                .doesNotContain("Everybody else");
        assertThat(told(Person.CAROL)).hasSize(1);
        assertThat(told(Person.GUEST)).isEmpty();
    }

    @Test
    void a_webhook_is_asked_once_and_its_answer_stands_on_the_record() {
        openedFor(Optional.of("webhook"));
        assertThat(page(Person.ALICE, Map.of("targets", List.of("network"), "message", List.of(WORDS)))
                        .accepted())
                .isTrue();
        bench.presses();
        assertThat(bench.world().webhook().effects()).singleElement().satisfies(delivery -> assertThat(delivery.body())
                .contains("\"network\"", WORDS));
        assertThat(pages()).singleElement().asString().contains("Network", WORDS);
        assertThat(incidents()).isEmpty();
        assertThat(told(Person.ALICE)).isEmpty();
    }

    @Test
    void a_webhook_whose_answer_is_lost_gets_the_same_bytes_again_whatever_changed_meanwhile() {
        openedFor(Optional.of("webhook"));
        bench.world().webhook().failing().next(1, SimulatedWebhook.CALL, new HttpFailure.Dropped(true));
        page(Person.ALICE, Map.of("targets", List.of("network"), "message", List.of(WORDS)));
        assertThat(bench.pressOnce()).isOne();
        bench.change(incident, Map.of("short_description", "Checkout down in Europe", "impact", "3"));
        bench.settle();
        assertThat(bench.world().webhook().received())
                .extracting(Delivery::body)
                .hasSize(2)
                .containsOnly(bench.world().webhook().effects().getFirst().body());
        assertThat(pages()).singleElement().asString().contains("Network", WORDS);
        assertThat(told(Person.ALICE)).isEmpty();
    }

    @Test
    void who_is_on_call_in_servicenow_is_invited_and_joins_the_record() {
        openedFor(Optional.of("on-call"));
        assertThat(bench.cardOf(incident, channel).content()).contains("Invite on-call");
        assertThat(page(Person.ALICE, Map.of("targets", List.of(bench.onCallGroup())))
                        .accepted())
                .isTrue();
        bench.settle();
        assertThat(calls()).singleElement().asString().contains("Databases", "Carol Carter");
        assertThat(bench.incident(incident).value("additional_assignee_list")).isEqualTo(bench.userId(Person.CAROL));
        assertThat(told(Person.CAROL)).singleElement().asString().contains("Alice Archer called you in about INC");
        assertThatNobodyIsSaidToBePaged();
        assertThat(bench.backstage().isInvited(Person.CAROL, channel)).isTrue();
        assertThat(incidents()).isEmpty();
    }

    @Test
    void who_is_on_call_and_not_in_the_chat_is_told_of_to_whoever_paged() {
        bench.change("sys_user", bench.userId(Person.CAROL), Map.of("email", "carol@elsewhere.example"));
        openedFor(Optional.of("on-call"));
        page(Person.ALICE, Map.of("targets", List.of(bench.onCallGroup())));
        bench.settle();
        assertThat(calls()).singleElement().asString().contains("Carol Carter");
        assertThat(told(Person.CAROL)).isEmpty();
        assertThat(told(Person.ALICE))
                .singleElement()
                .asString()
                .contains("Carol Carter", "Reach them in another way", "called you in about INC");
    }

    @Test
    void where_no_pager_is_named_people_are_invited_and_mentioned() {
        openedFor(Optional.empty());
        assertThat(bench.cardOf(incident, channel).content())
                .contains("Call responders in")
                .doesNotContain("Major incidents");
        assertThat(page(Person.ALICE, Map.of("people", List.of(bench.room().id(Person.CAROL))))
                        .accepted())
                .isTrue();
        bench.settle();
        assertThat(calls()).singleElement().asString().contains("Carol Carter");
        assertThat(bench.backstage().isInvited(Person.CAROL, channel)).isTrue();
        assertThat(told(Person.CAROL)).singleElement().asString().contains("called you in about INC");
        assertThatNobodyIsSaidToBePaged();
    }

    @Test
    void a_pager_that_limits_us_is_told_of_once_and_the_page_is_made_when_it_takes_it() {
        bench.world().pagerDuty().rateLimits().perToken(0);
        page(Person.ALICE, ON_CALL);
        for (int i = 0; i < 2; i++) {
            assertThat(bench.pressOnce()).isOne();
            bench.pass(Duration.ofMinutes(2));
        }
        assertThat(told(Person.ALICE)).singleElement().asString().contains("rate limited", "tried again", WORDS);
        bench.world().pagerDuty().rateLimits().perToken(RateLimits.PER_TOKEN);
        bench.settle();
        assertThat(pages()).singleElement().asString().contains("triggered");
        assertThat(incidents()).hasSize(1);
        assertThat(told(Person.ALICE)).hasSize(1);
    }

    @Test
    void a_page_that_is_limited_to_its_end_paged_nobody_and_says_so() {
        bench.world().pagerDuty().rateLimits().perToken(0);
        page(Person.ALICE, ON_CALL);
        assertThat(bench.pressOnce()).isOne();
        bench.pass(Duration.ofMinutes(11));
        bench.settle();
        assertThat(told(Person.ALICE))
                .hasSize(2)
                .last()
                .asString()
                .contains("rate limit", "nobody was called in", WORDS);
        assertThat(pages()).isEmpty();
        assertThat(incidents()).isEmpty();
    }

    @Test
    void a_pager_whose_key_is_not_stored_is_told_at_once() {
        aws.putSecret(bench.world().stack().name() + "/pagers", "{}");
        page(Person.ALICE, ON_CALL);
        bench.settle();
        assertThat(told(Person.ALICE))
                .singleElement()
                .asString()
                .contains("Belay has no key that the pager accepts", WORDS);
        assertThat(pages()).isEmpty();
    }

    /** An incident whose route names this pager, or none. */
    private void openedFor(Optional<String> pager) {
        bench.pageBy(pager);
        bench.pass(Duration.ofMinutes(6));
        there_is_an_incident();
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

    private List<String> calls() {
        return bench.notes(incident).stream()
                .filter(note -> note.startsWith("Called in by"))
                .toList();
    }

    /** On the record, on the card, and in the conversation. */
    private void assertThatNobodyIsSaidToBePaged() {
        assertThat(pages()).isEmpty();
        assertThat(bench.cardOf(incident, channel).content())
                .contains("Called in")
                .doesNotContain("Page", "paged");
        assertThat(bench.backstage().lines(channel)).anyMatch(line -> line.contains("Alice Archer called in"));
        assertThat(bench.backstage().lines(channel)).noneMatch(line -> line.contains("paged"));
    }

    private List<String> told(Person person) {
        return bench.room().told(person).stream().map(Told::text).toList();
    }
}
