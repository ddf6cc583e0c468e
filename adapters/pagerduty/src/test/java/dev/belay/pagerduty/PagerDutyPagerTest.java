package dev.belay.pagerduty;

import static dev.belay.pagerduty.AccountStage.DATABASES;
import static dev.belay.pagerduty.AccountStage.MAJOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.pager.PageOrder;
import dev.belay.pager.Pager.Outcome;
import dev.belay.pager.SampleOrder;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.http.Faults.Fault;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.pagerduty.account.Incident;
import dev.belay.simulator.pagerduty.account.ResponderRequest;
import dev.belay.simulator.pagerduty.account.Service;
import dev.belay.simulator.pagerduty.account.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a page becomes an incident or a request, and what is said where PagerDuty refuses it. */
final class PagerDutyPagerTest {
    private static final int REQUEST_AFTER_OPENING = 1;

    private final AccountStage stage = new AccountStage();

    @AfterEach
    void close() {
        stage.close();
    }

    private Outcome page(PageOrder order) {
        return stage.pager.page(order, false);
    }

    private String refused(PageOrder order) {
        return ((Outcome.Refused) page(order)).sentence();
    }

    @Test
    void the_first_page_opens_the_records_incident_on_the_service() {
        Outcome outcome = page(stage.order("1", MAJOR));

        Incident incident = stage.incident();
        assertThat(incident.draft().key()).isEqualTo("servicenow:incident:0123456789abcdef0123456789abcdef");
        assertThat(incident.draft().service()).isEqualTo(AcmeAccount.SERVICE);
        assertThat(incident.draft().urgency()).isEqualTo("high");
        assertThat(incident.draft().title()).matches("INC0010023 \\(priority 1\\): Checkout fails \\[[0-9a-f]{10}]");
        assertThat(outcome)
                .isEqualTo(new Outcome.Paged(
                        "PagerDuty incident #" + incident.number() + " triggered",
                        Optional.of(incident.id()),
                        List.of()));
    }

    @Test
    void a_later_page_asks_people_to_join_that_incident() {
        page(stage.order("1", MAJOR));
        Outcome outcome = page(stage.later("2", DATABASES));

        assertThat(stage.account().incidents()).hasSize(1);
        assertThat(stage.account().paged(stage.incident().id()))
                .containsExactly(AcmeAccount.BOB, AcmeAccount.CAROL, AcmeAccount.DAVE);
        assertThat(((Outcome.Paged) outcome).answer())
                .isEqualTo(
                        "asked to join PagerDuty incident #" + stage.incident().number());
        assertThat(stage.incident().requests())
                .singleElement()
                .extracting(ResponderRequest::requester)
                .isEqualTo(AcmeAccount.BELAY);
    }

    @Test
    void an_incident_that_is_resolved_by_now_is_followed_by_another() {
        page(stage.order("1", MAJOR));
        PageOrder later = stage.later("2", MAJOR);
        resolve();
        Outcome outcome = page(later);

        assertThat(stage.account().incidents()).hasSize(2);
        assertThat(((Outcome.Paged) outcome).incident())
                .contains(stage.incident().id());
        assertThat(stage.pager.page(later, true)).isEqualTo(outcome);
        assertThat(stage.account().incidents()).hasSize(2);
    }

    @Test
    void an_incident_that_is_gone_is_followed_by_another() {
        PageOrder order = SampleOrder.of("1", List.of(MAJOR), Optional.of("QGONE01"));
        assertThat(page(order)).isInstanceOf(Outcome.Paged.class);
        assertThat(stage.account().incidents()).hasSize(1);
    }

    @Test
    void who_resolved_it_before_the_worker_could_say_so_was_paged_all_the_same() {
        page(stage.order("1", MAJOR));
        resolve();

        assertThat(stage.pager.page(stage.order("1", MAJOR), true)).isInstanceOf(Outcome.Paged.class);
        assertThat(stage.account().incidents()).hasSize(1);
    }

    @Test
    void others_who_could_not_be_asked_before_it_was_resolved_are_named() {
        stage.faults.breakCall(REQUEST_AFTER_OPENING, Fault.REQUEST_LOST);
        assertThatThrownBy(() -> page(stage.order("1", MAJOR, DATABASES))).isInstanceOf(Unavailable.class);
        resolve();

        assertThat(stage.pager.page(stage.order("1", MAJOR, DATABASES), true))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.sentence())
                        .contains("was resolved before Databases could be asked"));
    }

    @Test
    void a_request_whose_answer_is_lost_is_seen_on_the_incident_at_once() {
        stage.faults.breakCall(REQUEST_AFTER_OPENING, Fault.RESPONSE_LOST);

        assertThat(page(stage.order("1", MAJOR, DATABASES))).isInstanceOf(Outcome.Paged.class);
        assertThat(stage.incident().requests()).hasSize(1);
    }

    @Test
    void a_request_that_an_incident_does_not_show_is_not_sent_again() {
        page(stage.order("1", MAJOR));
        stage.pagerDuty.failing().next(1, "createIncidentResponderRequest", new HttpFailure.Dropped(true));
        stage.account().ability(Account.RESPONDING, false);

        assertThat(page(stage.later("2", DATABASES)))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.sentence())
                        .startsWith("It is not known whether PagerDuty asked Databases to join incident #")
                        .contains("page them again"));
        assertThat(stage.pagerDuty.calls("createIncidentResponderRequest")).hasSize(1);
    }

    @Test
    void a_run_that_takes_over_asks_nobody_where_it_cannot_see_who_was_asked() {
        page(stage.order("1", MAJOR));
        stage.account().ability(Account.RESPONDING, false);

        assertThat(stage.pager.page(stage.order("2", DATABASES), true)).isInstanceOf(Outcome.Unknown.class);
        assertThat(stage.pagerDuty.calls("createIncidentResponderRequest")).isEmpty();
    }

    @Test
    void an_account_that_lets_nobody_be_asked_says_so_and_who_was_paged_is_told() {
        stage.account().ability(Account.RESPONDING, false);

        Outcome.Paged paged = (Outcome.Paged) page(stage.order("1", MAJOR, DATABASES));
        assertThat(paged.refused().orElseThrow())
                .startsWith("PagerDuty did not ask Databases to join: ")
                .contains("plan lets nobody be asked");
        assertThat(paged.answer())
                .isEqualTo("PagerDuty incident #" + stage.incident().number() + " triggered. "
                        + paged.refused().orElseThrow());
        assertThat(refused(stage.later("2", DATABASES))).contains("(HTTP 402, code 2014).");
    }

    @Test
    void a_target_that_is_not_there_is_named() {
        Target gone = new Target("PGONE01", "Mainframe");

        assertThat(refused(stage.order("1", gone)))
                .isEqualTo("PagerDuty opened no incident: it does not know Mainframe. Ask who runs Belay to mend the"
                        + " target in the settings.");
        page(stage.order("2", MAJOR));
        assertThat(refused(stage.later("3", gone))).contains("it does not know Mainframe");
    }

    @Test
    void a_policy_with_nobody_on_call_is_named() {
        Target empty = new Target(stage.account().addPolicy("Nobody").id(), "Night shift");

        assertThat(refused(stage.order("1", empty))).contains("nobody is on call for Night shift");
    }

    @Test
    void a_service_under_maintenance_is_told() {
        stage.account().standing(AcmeAccount.SERVICE, Service.Standing.MAINTENANCE);

        assertThat(refused(stage.order("1", MAJOR))).contains("its service takes none");
    }

    @Test
    void a_user_of_the_settings_that_left_is_told() {
        stage.account().remove(new User(AcmeAccount.BELAY, "Belay", AcmeAccount.BELAY_EMAIL));

        assertThat(refused(stage.order("1", MAJOR))).contains("from or requester_id");
    }

    @Test
    void a_token_that_may_only_read_is_told() {
        stage.account().token(AcmeAccount.TOKEN, Account.Access.READ_ONLY);

        assertThat(refused(stage.order("1", MAJOR))).contains("our token may not do that");
    }

    @Test
    void a_limit_is_waited_for_as_long_as_pagerduty_says() {
        stage.pagerDuty.rateLimits().perToken(0);

        assertThatThrownBy(() -> page(stage.order("1", MAJOR)))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofMinutes(1)));
        assertThat(stage.counted).containsExactly("RateLimited pagerduty");
    }

    @Test
    void a_repeat_under_another_title_opens_no_second_incident() {
        PageOrder first = stage.order("1", MAJOR);
        Outcome outcome = page(first);
        PageOrder.About about = new PageOrder.About(
                first.about().record(),
                first.about().number(),
                "Another title",
                4,
                first.about().link());
        PageOrder other =
                new PageOrder(first.id(), about, first.by(), first.targets(), first.message(), first.incident());

        assertThat(stage.pager.page(other, true)).isEqualTo(outcome);
        assertThat(stage.pager.page(other, false)).isEqualTo(outcome);
        assertThat(stage.account().incidents()).hasSize(1);
    }

    @Test
    void a_limit_after_the_incident_was_opened_proves_nothing() {
        stage.pagerDuty.rateLimits().perOperation("createIncidentResponderRequest", 0);

        assertProvesNothing(stage.order("1", MAJOR, DATABASES));
    }

    @Test
    void a_limit_while_a_lost_request_is_looked_for_proves_nothing() {
        page(stage.order("1", MAJOR));
        stage.pagerDuty.failing().next(1, "createIncidentResponderRequest", new HttpFailure.Dropped(true));
        stage.pagerDuty.rateLimits().perOperation("getIncident", 1);

        assertProvesNothing(stage.later("2", DATABASES));
    }

    @Test
    void a_token_that_is_revoked_after_the_incident_was_opened_proves_nothing() {
        requestsAreUnauthorized(2);

        assertProvesNothing(stage.order("1", MAJOR, DATABASES));
    }

    @Test
    void a_token_that_cannot_be_read_after_the_incident_was_opened_proves_nothing() {
        stage.unreadable = true;
        requestsAreUnauthorized(1);

        assertProvesNothing(stage.order("1", MAJOR, DATABASES));
    }

    @Test
    void a_repeat_that_is_refused_where_nothing_can_be_read_does_not_say_what_came_of_the_first() {
        page(stage.order("1", MAJOR));
        String forbidden = "{\"error\":{\"code\":2010}}";
        stage.pagerDuty.failing().next(2, "listIncidents", new HttpFailure.Answered(Response.json(403, forbidden)));

        assertThat(stage.pager.page(stage.order("1", MAJOR), true))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.sentence())
                        .contains("not known whether", "Look there"));
    }

    @Test
    void a_repeat_that_is_refused_where_nothing_of_the_first_shows_pages_nobody() {
        Target gone = new Target("PGONE01", "Mainframe");

        assertThat(stage.pager.page(stage.order("1", gone), true)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_token_that_was_rotated_is_read_again_once() {
        stage.account().revoke(AcmeAccount.TOKEN);
        stage.account().token("newer", Account.Access.FULL);
        stage.stored = "newer";

        assertThat(page(stage.order("1", MAJOR))).isInstanceOf(Outcome.Paged.class);
        assertThat(stage.counted).isEmpty();
        assertThat(stage.refusals).isEmpty();
    }

    @Test
    void a_token_that_is_refused_also_as_it_was_read_again_is_told_of() {
        stage.account().revoke(AcmeAccount.TOKEN);
        stage.stored = "revoked-too";

        assertThatThrownBy(() -> page(stage.order("1", MAJOR))).isInstanceOf(CredentialsRefused.class);
        assertThat(stage.refusals).singleElement().asString().contains("the token is refused");
        assertThat(stage.refusals.getFirst()).doesNotContain("revoked-too").doesNotContain(AcmeAccount.TOKEN);
    }

    @Test
    void what_a_proxy_refuses_is_no_answer_of_pagerdutys() {
        stage.pagerDuty.failing().next(1, "createIncident", HttpFailure.page(403));

        assertThatThrownBy(() -> page(stage.order("1", MAJOR))).isInstanceOf(Unavailable.class);
        assertThat(stage.pager.page(stage.order("1", MAJOR), true)).isInstanceOf(Outcome.Paged.class);
        assertThat(stage.account().incidents()).hasSize(1);
        assertThat(stage.refusals).isEmpty();
    }

    @Test
    void every_request_is_one_of_the_published_description() {
        page(stage.order("1", MAJOR, DATABASES));
        stage.pager.page(stage.later("1", MAJOR, DATABASES), true);

        assertThat(stage.pagerDuty.calls())
                .extracting(call -> call.operation())
                .containsExactly("createIncident", "createIncidentResponderRequest", "getIncident");
    }

    private void resolve() {
        stage.account()
                .status(
                        stage.incident().id(),
                        Incident.Status.RESOLVED,
                        stage.account().user(AcmeAccount.BOB).orElseThrow());
    }

    private void requestsAreUnauthorized(int times) {
        Response unauthorized = Response.json(401, "{\"error\":{\"code\":2006}}");
        stage.pagerDuty.failing().next(times, "createIncidentResponderRequest", new HttpFailure.Answered(unauthorized));
    }

    /** It is to be asked again, and somebody may have been paged. */
    private void assertProvesNothing(PageOrder order) {
        assertThatThrownBy(() -> page(order)).isInstanceOfSatisfying(Unavailable.class, e -> assertThat(e.mayBeDone())
                .isTrue());
    }
}
