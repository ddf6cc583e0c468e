package dev.belay.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.action.Refusal;
import dev.belay.action.Refusal.Reason;
import dev.belay.action.SampleRequest;
import dev.belay.card.CardAction;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Member;
import dev.belay.dialog.Input;
import dev.belay.event.PersonalNotice;
import dev.belay.event.PersonalNotice.Recipient;
import dev.belay.event.SamplePress;
import dev.belay.failure.Calls;
import dev.belay.failure.Calls.Ending;
import dev.belay.failure.Calls.Killed;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.link.PagerIncident;
import dev.belay.pager.PageOrder;
import dev.belay.person.Identity;
import dev.belay.person.PlatformUser;
import dev.belay.person.UserMap;
import dev.belay.press.Desk.Seen;
import dev.belay.press.Desk.Worker;
import dev.belay.record.Details;
import dev.belay.record.Happening;
import dev.belay.record.Happening.Kind;
import dev.belay.record.Happening.Participant;
import dev.belay.record.RecordState;
import dev.belay.record.Records;
import dev.belay.record.Sample;
import dev.belay.record.SysId;
import dev.belay.record.WorkNote;
import dev.belay.settings.PagerSettings;
import dev.belay.settings.SampleSettings;
import dev.belay.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Paging: the pager takes effect once, people join the record, and whoever pressed knows what came of it. */
final class PageTest {
    private static final String LIST = "additional_assignee_list";
    private static final String ANN = SampleRequest.ANN.sysId().value();
    private static final String BOB = SampleRequest.TO_BOB.userId();
    private static final Map<String, List<String>> ON_CALL =
            Map.of("targets", List.of("PT4KHLK"), "message", List.of("Checkout is down."));

    private final Desk desk = paging(Desk.open());

    private static Desk paging(Desk desk) {
        desk.settings = SampleSettings.paging();
        return desk;
    }

    @Test
    void people_and_who_is_on_call_are_paged_with_one_note_one_list_and_a_card() {
        assertThat(desk.perform(desk.page())).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.pager.orders()).singleElement().satisfies(order -> {
            assertThat(order.id()).isEqualTo("press-1");
            assertThat(order.by()).isEqualTo(SampleRequest.JANE);
            assertThat(order.targets()).isEqualTo(SampleSettings.PAGER.targets());
            assertThat(order.message()).isEqualTo("because it must be");
            assertThat(order.incident()).isEmpty();
            assertThat(order.about().link()).isEqualTo(desk.records.link(Sample.REF));
        });
        assertThat(desk.notes())
                .extracting(WorkNote::text)
                .containsExactly("Paged by Jane Doe <jane@acme.example> from Slack.\n"
                        + "Ann Lee, Payments on-call: page taken by incident-1.\nMessage: because it must be");
        assertThat(list()).isEqualTo(ANN);
        assertThat(page())
                .isEqualTo(new Happening(
                        "press-1",
                        Kind.PAGED,
                        Sample.OPENED,
                        "Jane Doe",
                        "Ann Lee, Payments on-call: page taken by incident-1",
                        "because it must be",
                        List.of(new Participant(
                                "Ann Lee",
                                Optional.of(SampleRequest.ANN_IN_CHAT),
                                Optional.of(SampleRequest.ANN.sysId())))));
        assertThat(desk.link().conversation().paged()).contains(new PagerIncident("incident-1", "press-1"));
        assertThat(desk.seen().told()).isEmpty();
    }

    @Test
    void whoever_was_paged_is_told_by_whom_and_with_which_words() {
        desk.directory.add(new PlatformUser(new SysId(BOB), "Bob Ross", "bob@acme.example"));
        desk.pager.onCall(List.of(new SysId(BOB)));
        desk.perform(desk.page());
        assertThat(desk.notices)
                .extracting(PersonalNotice::to)
                .containsExactly(
                        new Recipient.InChat(SampleRequest.ANN_IN_CHAT), new Recipient.OfRecord(new SysId(BOB)));
        assertThat(desk.notices)
                .extracting(PersonalNotice::sentence)
                .containsOnly("{who} paged you about INC0010023: Checkout down\nbecause it must be");
    }

    @Test
    void whoever_was_known_and_is_no_active_user_by_now_is_paged_and_does_not_join_the_record() {
        desk.users.remember(
                SampleRequest.ANN_IN_CHAT,
                new UserMap.Entry(new Identity.Known(SampleRequest.ANN), SampleRequest.ANN.email()));
        desk.directory.remove(SampleRequest.ANN.sysId());
        assertThat(desk.perform(desk.page())).isInstanceOf(PressOutcome.Applied.class);
        assertThat(list()).isEmpty();
        assertThat(page().people())
                .containsExactly(new Participant("Ann Lee", Optional.of(SampleRequest.ANN_IN_CHAT), Optional.empty()));
    }

    @Test
    void a_guest_is_left_out_and_named_and_everybody_else_is_paged() {
        List<String> chosen = List.of(SampleRequest.ANN_IN_CHAT.id(), guest(), "U01STRANGER");
        assertThat(desk.perform(entering(Map.of(
                        "people", chosen, "targets", List.of("PT4KHLK"), "message", List.of("Checkout is down.")))))
                .isInstanceOf(PressOutcome.Applied.class);
        assertThat(page().what())
                .isEqualTo(
                        "Ann Lee, Payments on-call: page taken by incident-1"
                                + " (not called in: Greta Guest is a guest here, Somebody who was chosen is not of this workspace)");
        assertThat(page().people()).extracting(Participant::name).containsExactly("Ann Lee");
        assertThat(desk.notices)
                .extracting(PersonalNotice::to)
                .containsExactly(new Recipient.InChat(SampleRequest.ANN_IN_CHAT));
        assertThat(list()).isEqualTo(ANN);
        assertThat(desk.seen().told())
                .containsExactly(
                        "Greta Guest is a guest here, Somebody who was chosen is not of this workspace, so they"
                                + " were not called in: reach them in another way."
                                + " You wrote: Checkout is down.");
    }

    @Test
    void where_nobody_can_be_called_in_the_page_is_refused() {
        Refusal refusal = refused(desk.perform(entering(Map.of("people", List.of(guest(), "U01BOT")))));
        assertThat(refusal.reason()).isEqualTo(Reason.ADDRESSEE_UNKNOWN);
        assertThat(refusal.sentence())
                .startsWith("Greta Guest is a guest here, Somebody who was chosen is an app, so nobody was called in.");
        assertThat(refusal.offer()).isPresent();
        assertThat(desk.notes()).isEmpty();
    }

    @Test
    void what_the_pager_refuses_is_told_with_whom_is_left_out() {
        desk.pager.refuse("Choose another.");
        Map<String, List<String>> entered = Map.of("people", List.of(guest()), "targets", List.of("PT4KHLK"));
        assertThat(refused(desk.perform(entering(entered))).reason()).isEqualTo(Reason.PAGE_REFUSED);
        assertThat(desk.seen().told())
                .containsExactly(
                        "Choose another. Greta Guest is a guest here, so they were not called in: reach them in"
                                + " another way.");
    }

    private String guest() {
        ChatUser greta = desk.chat.person(Member.Standing.GUEST);
        desk.chat.add(new Member(greta, Member.Standing.GUEST, "Greta Guest", Optional.empty()));
        return greta.id();
    }

    @Test
    void those_whom_the_pager_named_join_whoever_is_there_and_nobody_twice() {
        desk.records.put(Sample.incident().with(new Details(Map.of(), Map.of(LIST, BOB + ", carol@acme.example"))));
        desk.pager.onCall(List.of(new SysId(BOB), SampleRequest.JANE.sysId()));
        desk.perform(desk.page());
        assertThat(list())
                .isEqualTo(BOB + ",carol@acme.example," + ANN + ","
                        + SampleRequest.JANE.sysId().value());
        assertThat(page().people())
                .extracting(Participant::name)
                .containsExactly("Ann Lee", "somebody on call who is no active user in ServiceNow", "Jane Doe");
    }

    @Test
    void who_is_on_call_and_is_no_active_user_is_said_to_be_so_and_joins_nothing() {
        desk.pager.onCall(List.of(new SysId(BOB)));
        desk.perform(entering(ON_CALL));
        assertThat(list()).isEmpty();
        assertThat(page().people())
                .containsExactly(new Participant(
                        "somebody on call who is no active user in ServiceNow", Optional.empty(), Optional.empty()));
    }

    @Test
    void a_list_that_changed_while_the_pager_was_asked_is_merged() {
        Calls meanwhile = Calls.interrupted(
                "Pager.page", () -> desk.records.put(Sample.incident().with(new Details(Map.of(), Map.of(LIST, BOB)))));
        desk.perform(desk.page(), meanwhile);
        assertThat(list()).isEqualTo(BOB + "," + ANN);
    }

    @Test
    void where_all_are_there_already_the_note_alone_is_written() {
        desk.records.put(Sample.incident().with(new Details(Map.of(), Map.of(LIST, ANN))));
        assertThat(desk.perform(desk.page())).isInstanceOf(PressOutcome.Applied.class);
        assertThat(list()).isEqualTo(ANN);
        assertThat(desk.notes()).hasSize(1);
    }

    @Test
    void without_a_pager_people_are_called_in_all_the_same() {
        desk.settings = SampleSettings.both();
        assertThat(desk.perform(desk.page())).isInstanceOf(PressOutcome.Applied.class);
        assertThat(calledIn().what()).isEqualTo("Ann Lee");
        assertCalledInOnly("Ann Lee");
        assertThat(desk.pager.orders()).isEmpty();
    }

    @Test
    void people_who_are_named_alone_are_called_in_where_there_is_a_pager_too() {
        desk.perform(entering(Map.of("people", List.of(SampleRequest.ANN_IN_CHAT.id()))));
        assertThat(calledIn().what()).isEqualTo("Ann Lee");
        assertCalledInOnly("Ann Lee");
    }

    @Test
    void who_is_on_call_by_schedules_is_called_in_and_not_paged() {
        desk.settings = onCallOnly();
        desk.pager.onCall(List.of(SampleRequest.ANN.sysId()));
        assertThat(desk.perform(entering(ON_CALL))).isInstanceOf(PressOutcome.Applied.class);
        assertThat(calledIn().people()).extracting(Participant::name).containsExactly("Ann Lee");
        assertCalledInOnly("Payments on-call");
    }

    @Test
    void who_is_only_looked_up_was_never_perhaps_paged() {
        desk.settings = onCallOnly();
        SamplePress press = entering(ON_CALL);
        assertThat(desk.survives(press, killedAt("Pager.page"))).isFalse();
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        Refusal refusal = refused(desk.perform(press));
        assertThat(refusal.reason()).isEqualTo(Reason.PAGE_REFUSED);
        assertThat(refusal.sentence()).contains("nobody was called in");
    }

    @Test
    void whom_the_pager_refused_and_of_whom_it_is_not_known_is_not_said_to_be_paged() {
        desk.pager.refuse("Choose another.");
        desk.perform(desk.page());
        assertCalledInOnly("Ann Lee");
        desk.pager.leaveUnknown("It is not known.");
        desk.perform(desk.page().id("press-2"));
        assertThat(desk.notes()).extracting(WorkNote::text).allMatch(note -> note.startsWith("Called in by Jane Doe"));
    }

    private static Settings onCallOnly() {
        return SampleSettings.paging(new PagerSettings(
                SampleSettings.PAGER.name(), PagerSettings.Kind.SERVICENOW_ON_CALL, SampleSettings.PAGER.targets()));
    }

    private Happening calledIn() {
        return desk.seen().chronicle().last(Kind.CALLED_IN).orElseThrow();
    }

    /** In the chronicle, the note and what the people are told. */
    private void assertCalledInOnly(String whom) {
        assertThat(desk.seen().chronicle().last(Kind.PAGED)).isEmpty();
        assertThat(desk.notes())
                .extracting(WorkNote::text)
                .singleElement()
                .asString()
                .startsWith("Called in by Jane Doe <jane@acme.example> from Slack.\n" + whom)
                .doesNotContain("Paged");
        assertThat(desk.notices)
                .extracting(PersonalNotice::sentence)
                .singleElement()
                .asString()
                .startsWith("{who} called you in about INC0010023");
    }

    @Test
    void who_is_not_in_servicenow_is_paged_and_stands_on_no_list() {
        desk.directory.remove(SampleRequest.ANN.sysId());
        assertThat(desk.perform(desk.page())).isInstanceOf(PressOutcome.Applied.class);
        assertThat(page().people()).extracting(Participant::user).containsExactly(Optional.empty());
        assertThat(desk.record().details().fields()).isEmpty();
    }

    @Test
    void a_later_page_is_given_the_incident_that_the_first_one_made() {
        desk.perform(desk.page());
        desk.perform(desk.page().id("press-2"));
        assertThat(desk.pager.orders())
                .extracting(PageOrder::incident)
                .containsExactly(Optional.empty(), Optional.of("incident-1"));
        assertThat(desk.link().conversation().paged()).contains(new PagerIncident("incident-1", "press-1"));
        assertThat(desk.notes()).hasSize(2);
        assertThat(desk.seen().chronicle().size()).isEqualTo(2);
    }

    @Test
    void a_page_that_a_killed_worker_made_is_no_earlier_page_to_itself() {
        SamplePress press = desk.page();
        Calls killed = new Calls(call -> {
            if (call.name().equals("Chronicles.add")) {
                throw new Killed();
            }
        });
        assertThat(desk.survives(press, killed)).isFalse();
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.pager.lookedFor()).extracting(PageOrder::incident).containsExactly(Optional.empty());
        assertThat(desk.pager.orders()).hasSize(1);
    }

    @Test
    void two_pages_at_once_make_one_incident() {
        SamplePress second = desk.page().id("press-2");
        List<PressOutcome> early = new ArrayList<>();
        desk.perform(desk.page(), Calls.interrupted("Pager.page", () -> early.add(desk.perform(second))));
        assertThat(early).containsExactly(new PressOutcome.TooEarly(Duration.ofSeconds(5)));
        assertThat(desk.perform(second)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.pager.orders()).extracting(PageOrder::incident).contains(Optional.of("incident-1"));
        assertThat(desk.pager.lookedFor()).isEmpty();
    }

    @Test
    void a_slow_pager_keeps_nobody_from_the_record() {
        List<PressOutcome> acknowledged = new ArrayList<>();
        SamplePress ack = desk.press(CardAction.ACKNOWLEDGE).id("press-2");
        desk.perform(desk.page(), Calls.interrupted("Pager.page", () -> acknowledged.add(desk.perform(ack))));
        assertThat(acknowledged).singleElement().isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.record().state()).isEqualTo(RecordState.IN_PROGRESS);
        assertThat(list()).isEqualTo(ANN);
    }

    @Test
    void what_took_effect_is_written_although_the_record_ended_meanwhile() {
        Calls meanwhile =
                Calls.interrupted("Pager.page", () -> desk.records.put(Sample.incident(RecordState.RESOLVED)));
        assertThat(desk.perform(desk.page(), meanwhile)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.notes()).hasSize(1);
    }

    @Test
    void a_refusal_of_the_pager_is_told_with_the_words_and_the_button_and_nothing_is_written() {
        desk.pager.refuse("PagerDuty does not know this escalation policy. Choose another.");
        Refusal refusal = refused(desk.perform(entering(ON_CALL)));
        assertThat(refusal.reason()).isEqualTo(Reason.PAGE_REFUSED);
        assertThat(refusal.offer().orElseThrow().action()).isEqualTo(CardAction.PAGE);
        assertThat(desk.seen().told())
                .containsExactly("PagerDuty does not know this escalation policy. Choose another."
                        + " You wrote: Checkout is down.");
        assertThat(desk.notes()).isEmpty();
        assertThat(desk.seen().chronicle().size()).isZero();
    }

    @Test
    void the_same_refusal_of_another_submission_is_told_too() {
        desk.pager.refuse("Choose another.");
        desk.pager.refuse("Choose another.");
        desk.perform(entering(ON_CALL));
        desk.perform(entering(ON_CALL).id("press-2"));
        assertThat(desk.chat.privately(Desk.JANE)).hasSize(2);
    }

    @Test
    void whom_the_pager_refused_beside_others_is_told_and_stands_in_the_note() {
        desk.pager.takeSome("PagerDuty did not ask Databases to join: its plan lets nobody be asked.");
        assertThat(desk.perform(desk.page())).isInstanceOf(PressOutcome.Applied.class);
        assertThat(page().what())
                .isEqualTo("Ann Lee, Payments on-call: incident-1 triggered."
                        + " PagerDuty did not ask Databases to join: its plan lets nobody be asked.");
        assertThat(desk.seen().told())
                .containsExactly("PagerDuty did not ask Databases to join: its plan lets nobody be asked."
                        + " You wrote: because it must be");
        assertThat(desk.notes())
                .extracting(WorkNote::text)
                .singleElement()
                .asString()
                .startsWith("Paged by Jane Doe");
    }

    @Test
    void who_is_left_out_beside_whom_the_pager_refused_is_told_with_them() {
        desk.pager.takeSome("PagerDuty did not ask Databases to join: its plan lets nobody be asked.");
        desk.perform(entering(
                Map.of("people", List.of(SampleRequest.ANN_IN_CHAT.id(), guest()), "targets", List.of("PT4KHLK"))));
        assertThat(desk.seen().told())
                .containsExactly("PagerDuty did not ask Databases to join: its plan lets nobody be asked."
                        + " Greta Guest is a guest here, so they were not called in: reach them in another way.");
    }

    @Test
    void where_the_pager_refuses_people_are_called_in_all_the_same_and_the_note_says_both() {
        desk.pager.refuse("PagerDuty does not know this escalation policy. Choose another.");
        assertThat(desk.perform(desk.page())).isInstanceOf(PressOutcome.Applied.class);
        assertThat(calledIn().what())
                .isEqualTo("Ann Lee, and not Payments on-call:"
                        + " PagerDuty does not know this escalation policy. Choose another.");
        assertThat(desk.notes()).singleElement().asString().contains("and not Payments on-call");
        assertThat(list()).isEqualTo(ANN);
        assertThat(desk.seen().told()).singleElement().asString().startsWith("PagerDuty does not know");
    }

    @Test
    void what_is_not_known_is_told_and_stands_in_the_note_and_the_chronicle() {
        desk.pager.leaveUnknown("It is not known whether PagerDuty paged anybody. Look there, or page again.");
        assertThat(desk.perform(entering(ON_CALL))).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.seen().told()).singleElement().asString().contains("It is not known", "You wrote: Checkout");
        assertThat(calledIn().what()).isEqualTo("Payments on-call: it is not known whether the pager took it");
        assertThat(desk.notes()).singleElement().asString().contains("not known whether");
    }

    @Test
    void a_pager_that_does_not_answer_is_asked_again_whether_it_did_it() {
        desk.pager.loseAnswer();
        SamplePress press = desk.page();
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(Unavailable.class);
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.pager.lookedFor()).hasSize(1);
        assertThat(desk.pager.orders()).hasSize(1);
        assertThat(desk.notes()).hasSize(1);
    }

    @Test
    void a_pager_that_never_answers_may_have_paged_and_the_person_is_told() {
        desk.pager.loseRequest();
        SamplePress press = desk.page();
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(Unavailable.class);
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.seen().told())
                .singleElement()
                .asString()
                .contains("not known whether anybody was paged", "You wrote: because it must be");
        assertThat(desk.pager.orders()).isEmpty();
    }

    @Test
    void a_page_that_is_given_again_says_what_it_said_first_whatever_changed_meanwhile() {
        SamplePress press = desk.page();
        desk.pager.loseAnswer();
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(Unavailable.class);
        desk.records.put(
                Sample.incident(3, RecordState.IN_PROGRESS, Optional.empty(), 9).described("Another title"));
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.pager.lookedFor()).isEqualTo(desk.pager.orders());
    }

    @Test
    void a_pager_that_is_rate_limited_is_told_of_once_and_the_page_is_tried_again() {
        SamplePress press = desk.page();
        for (int i = 0; i < 3; i++) {
            desk.pager.limit();
            assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(Unavailable.class);
            desk.clock.advance(Duration.ofMinutes(2));
        }
        assertThat(desk.chat.privately(Desk.JANE))
                .singleElement()
                .asString()
                .contains("rate limited", "tried again", "You wrote: because it must be");
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.pager.lookedFor()).isEmpty();
        assertThat(desk.pager.orders()).hasSize(1);
        assertThat(desk.chat.privately(Desk.JANE)).hasSize(1);
    }

    @Test
    void a_page_that_is_rate_limited_to_its_end_is_refused_with_the_reason_and_offered_again() {
        SamplePress press = desk.page();
        limitedToItsEnd(press);
        Refusal refusal = refused(desk.perform(press));
        assertThat(refusal.reason()).isEqualTo(Reason.PAGE_REFUSED);
        assertThat(refusal.sentence()).contains("rate limit", "nobody was called in", "Page again");
        assertThat(refusal.offer().orElseThrow().action()).isEqualTo(CardAction.PAGE);
        assertThat(desk.chat.privately(Desk.JANE)).hasSize(2);
        assertThat(desk.seen().chronicle().size()).isZero();
        assertThat(desk.notes()).isEmpty();
    }

    @Test
    void a_page_that_is_rate_limited_and_given_up_is_refused_with_the_reason() {
        SamplePress press = desk.page();
        limitedToItsEnd(press);
        Worker worker = desk.worker(Calls.undisturbed());
        worker.perform().giveUp(press.press(), worker.chat());
        assertThat(desk.chat.privately(Desk.JANE))
                .hasSize(2)
                .last()
                .asString()
                .contains("rate limit", "nobody was called in");
    }

    @Test
    void a_pager_that_was_never_reached_has_paged_nobody() {
        SamplePress press = desk.page();
        desk.pager.beUnreachable();
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(Unavailable.class);
        assertThat(desk.seen().told()).isEmpty();
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        Refusal refusal = refused(desk.perform(press));
        assertThat(refusal.reason()).isEqualTo(Reason.PAGE_REFUSED);
        assertThat(refusal.sentence()).contains("not reached in time", "nobody was called in");
    }

    @Test
    void a_limit_after_an_answer_that_was_lost_settles_nothing() {
        SamplePress press = desk.page();
        desk.pager.loseAnswer();
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(Unavailable.class);
        limitedToItsEnd(press);
        desk.perform(press);
        assertThat(desk.seen().told())
                .anyMatch(told -> told.contains("not known whether anybody was paged"))
                .noneMatch(told -> told.contains("nobody is called in") || told.contains("took nothing"));
    }

    @Test
    void an_answer_that_is_lost_after_a_limit_settles_nothing() {
        SamplePress press = desk.page();
        desk.pager.limit();
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(Unavailable.class);
        desk.pager.loseAnswer();
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(Unavailable.class);
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        desk.perform(press);
        assertThat(desk.seen().told()).anyMatch(told -> told.contains("not known whether anybody was paged"));
    }

    @Test
    void a_refused_page_whose_worker_is_killed_before_its_end_was_refused_all_the_same() {
        SamplePress press = entering(ON_CALL);
        desk.pager.refuseKey();
        assertThat(desk.survives(press, killedAt("HandledEvents.finish"))).isFalse();
        desk.pager.refuseKey();
        assertThat(refused(desk.perform(press)).reason()).isEqualTo(Reason.PAGE_REFUSED);
    }

    @Test
    void a_limit_keeps_nobody_else_from_paging() {
        desk.pager.limit();
        assertThatThrownBy(() -> desk.perform(desk.page())).isInstanceOf(Unavailable.class);
        assertThat(desk.perform(desk.page().id("press-2"))).isInstanceOf(PressOutcome.Applied.class);
    }

    private void limitedToItsEnd(SamplePress press) {
        desk.pager.limit();
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(Unavailable.class);
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
    }

    @Test
    void a_page_that_was_begun_and_is_taken_up_too_late_is_said_not_to_be_known() {
        SamplePress press = desk.page();
        assertThat(desk.survives(press, killedAt("Pager.page"))).isFalse();
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.pager.orders()).isEmpty();
        assertThat(desk.seen().told()).singleElement().asString().contains("not known whether anybody was paged");
        assertThat(desk.notes()).singleElement().asString().contains("not known whether");
    }

    @Test
    void a_page_that_took_effect_is_written_however_late() {
        SamplePress press = desk.page();
        assertThat(desk.survives(press, killedAt("Records.change"))).isFalse();
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.notes()).singleElement().asString().contains("page taken by incident-1");
    }

    @Test
    void a_page_that_took_effect_is_written_although_servicenow_is_away_beyond_the_press_life() {
        SamplePress press = desk.page();
        assertThat(desk.survives(press, away("Records.change"))).isFalse();
        servicenowIsAwayBeyondThePressLife(press);
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.notes()).singleElement().asString().contains("page taken by incident-1");
        assertThat(list()).isEqualTo(ANN);
        assertThat(desk.notices).hasSize(1);
        assertThat(desk.seen().told()).isEmpty();
    }

    @Test
    void people_who_were_called_in_without_a_pager_are_written_although_servicenow_is_away_as_long() {
        desk.settings = SampleSettings.both();
        SamplePress press = desk.page();
        assertThat(desk.survives(press, away("Records.change"))).isFalse();
        servicenowIsAwayBeyondThePressLife(press);
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertCalledInOnly("Ann Lee");
    }

    @Test
    void a_page_whose_answer_was_lost_is_written_although_servicenow_is_away_as_long() {
        SamplePress press = desk.page();
        desk.pager.loseAnswer();
        assertThat(desk.survives(press, Calls.undisturbed())).isFalse();
        servicenowIsAwayBeyondThePressLife(press);
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.notes()).singleElement().asString().contains("not known whether");
    }

    @Test
    void a_page_that_may_not_be_read_back_is_tried_again_and_not_ended() {
        SamplePress press = desk.page();
        assertThat(desk.survives(press, away("Records.change"))).isFalse();
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        for (RuntimeException no :
                List.of(new Rejected(Records.SYSTEM, "forbidden"), new CredentialsRefused(Records.SYSTEM, "expired"))) {
            assertThatThrownBy(() -> desk.perform(press, Calls.failing("Records.hasNote", () -> no)))
                    .isSameAs(no);
        }
        assertThat(desk.perform(press)).isInstanceOf(PressOutcome.Applied.class);
    }

    @Test
    void a_page_that_was_never_begun_is_ended_although_servicenow_is_away() {
        SamplePress press = desk.page();
        desk.pager.beUnreachable();
        assertThatThrownBy(() -> desk.perform(press)).isInstanceOf(Unavailable.class);
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        assertThat(refused(desk.perform(press, away("Records.hasNote"))).reason())
                .isEqualTo(Reason.UNKNOWN_OUTCOME);
    }

    @Test
    void what_came_of_a_page_that_is_given_up_without_its_note_is_told() {
        SamplePress press = desk.page();
        assertThat(desk.survives(press, away("Records.change"))).isFalse();
        giveUp(press, away("Records.hasNote"));
        assertThat(desk.seen().told())
                .singleElement()
                .asString()
                .startsWith("ServiceNow does not answer")
                .contains("This came of it all the same: Ann Lee, Payments on-call: page taken by incident-1.");
    }

    @Test
    void a_page_that_is_given_up_while_servicenow_is_away_may_have_paged_and_the_person_is_told() {
        SamplePress press = desk.page();
        assertThat(desk.survives(press, killedAt("Pager.page"))).isFalse();
        giveUp(press, away("Records.hasNote"));
        assertThat(desk.seen().told()).singleElement().asString().contains("may have paged somebody");
    }

    @Test
    void what_came_of_a_page_that_is_given_up_is_told_where_servicenow_is_there_too() {
        SamplePress press = desk.page();
        assertThat(desk.survives(press, killedAt("Records.change"))).isFalse();
        giveUp(press, Calls.undisturbed());
        assertThat(desk.seen().told())
                .singleElement()
                .asString()
                .contains("This came of it all the same: Ann Lee, Payments on-call: page taken by incident-1.")
                .doesNotContain("not known");
    }

    @Test
    void whatever_refuses_the_note_of_a_page_the_person_hears_what_came_of_it() {
        SamplePress press = desk.page();
        assertThat(desk.survives(press, killedAt("Records.change"))).isFalse();
        desk.directory.revoke(SampleRequest.JANE.sysId(), Desk.ROLE);
        Refusal refusal = refused(desk.perform(press));
        assertThat(refusal.sentence())
                .contains("needs one of these roles", "page taken by incident-1.")
                .doesNotContain("may have paged");
    }

    private static Calls away(String call) {
        return Calls.failing(call, () -> new Unavailable(Records.SYSTEM, "HTTP 503", Optional.empty()));
    }

    private void servicenowIsAwayBeyondThePressLife(SamplePress press) {
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        assertThatThrownBy(() -> desk.perform(press, away("Records.hasNote"))).isInstanceOf(Unavailable.class);
        assertThat(desk.seen().told()).isEmpty();
    }

    private void giveUp(SamplePress press, Calls calls) {
        Worker worker = desk.worker(calls);
        worker.perform().giveUp(press.press(), worker.chat());
    }

    @Test
    void a_page_that_took_effect_is_written_although_whom_it_named_cannot_be_read_any_more() {
        SamplePress press = desk.page();
        List<String> paged = new ArrayList<>();
        Calls hidden = new Calls(call -> {
            if (call.name().equals("Pager.page") && call.done()) {
                paged.add(call.name());
            }
            boolean reads =
                    Set.of("Directory.activeWithEmail", "Directory.find").contains(call.name());
            if (reads && !call.done() && !paged.isEmpty()) {
                throw new Rejected(Records.SYSTEM, "a field is hidden");
            }
        });
        assertThat(desk.perform(press, hidden)).isInstanceOf(PressOutcome.Applied.class);
        assertThat(desk.notes()).singleElement().asString().contains("page taken by incident-1");
        assertThat(desk.seen().told()).isEmpty();
    }

    @Test
    void whatever_fails_once_the_pager_answered_keeps_nobody_else_from_paging() {
        List<Set<String>> calls = List.of(
                Set.of("Directory.find"),
                Set.of("ConversationLinks.paged"),
                Set.of("Messages.tell", "AnswerQueue.send"),
                Set.of("Chronicles.add"));
        for (Set<String> failing : calls) {
            Desk each = paging(Desk.open());
            each.pager.onCall(List.of(new SysId(BOB)));
            SamplePress press = each.page()
                    .entering(new Input(Map.of(
                            "people",
                            List.of(SampleRequest.ANN_IN_CHAT.id(), "U01STRANGER"),
                            "targets",
                            List.of("PT4KHLK"))));
            Calls down = new Calls(call -> {
                if (failing.contains(call.name()) && !call.done()) {
                    throw new Unavailable("outside", "as told", Optional.empty());
                }
            });
            assertThatThrownBy(() -> each.perform(press, down))
                    .as("%s", failing)
                    .isInstanceOf(Unavailable.class);
            assertThat(each.pager.orders()).as("%s", failing).hasSize(1);
            assertThat(each.perform(press.id("press-2"))).as("%s", failing).isInstanceOf(PressOutcome.Applied.class);
        }
    }

    @Test
    void who_is_on_call_and_cannot_be_read_is_somebody_without_a_name() {
        desk.pager.onCall(List.of(new SysId(BOB)));
        assertThat(desk.perform(entering(ON_CALL), hiddenUser())).isInstanceOf(PressOutcome.Applied.class);
        assertThat(page().people())
                .containsExactly(new Participant("somebody on call", Optional.empty(), Optional.of(new SysId(BOB))));
    }

    private static Calls hiddenUser() {
        return Calls.failing("Directory.find", () -> new Rejected(Records.SYSTEM, "a field is hidden"));
    }

    @Test
    void who_is_named_and_on_call_is_told_and_mentioned_once() {
        desk.directory.add(new PlatformUser(new SysId(BOB), "Bob Ross", "bob@acme.example"));
        desk.pager.onCall(List.of(SampleRequest.ANN.sysId(), new SysId(BOB)));
        desk.perform(desk.page());
        assertThat(page().people()).extracting(Participant::name).containsExactly("Ann Lee", "Bob Ross");
        assertThat(desk.notices)
                .extracting(PersonalNotice::to)
                .containsExactly(
                        new Recipient.InChat(SampleRequest.ANN_IN_CHAT), new Recipient.OfRecord(new SysId(BOB)));
        assertThat(list()).isEqualTo(ANN + "," + BOB);
    }

    @Test
    void an_invitation_that_was_not_begun_in_time_is_dropped() {
        desk.settings = SampleSettings.both();
        SamplePress press = desk.page();
        assertThat(desk.survives(press, killedAt("Chronicles.add"))).isFalse();
        desk.clock.advance(desk.settings.pressLife().plusSeconds(1));
        assertThat(refused(desk.perform(press)).reason()).isEqualTo(Reason.EXPIRED);
        assertThat(desk.notes()).isEmpty();
    }

    @Test
    void a_key_that_the_pager_refuses_is_told_at_once() {
        desk.pager.refuseKey();
        Refusal refusal = refused(desk.perform(entering(ON_CALL)));
        assertThat(refusal.reason()).isEqualTo(Reason.PAGE_REFUSED);
        assertThat(refusal.sentence()).contains("in another way");
    }

    @Test
    void a_page_that_was_begun_and_is_given_up_is_said_not_to_be_known() {
        SamplePress press = desk.page();
        assertThat(desk.survives(press, killedAt("Pager.page"))).isFalse();
        Worker worker = desk.worker(Calls.undisturbed());
        worker.perform().giveUp(press.press(), worker.chat());
        assertThat(desk.seen().told()).singleElement().asString().contains("not known whether anybody was paged");
    }

    @Test
    void of_a_page_that_was_never_begun_nothing_more_is_said_however_often_it_is_taken_up() {
        desk.records.put(Sample.incident(RecordState.RESOLVED));
        SamplePress press = desk.page();
        for (int i = 0; i < 3; i++) {
            assertThat(desk.survives(press, killedAt("HandledEvents.finish"))).isFalse();
        }
        desk.perform(press);
        assertThat(desk.seen().told()).isNotEmpty().noneMatch(told -> told.contains("may have paged"));
    }

    @Test
    void whatever_refuses_a_page_that_was_begun_the_person_hears_that_somebody_may_be_paged() {
        SamplePress press = desk.page();
        assertThat(desk.survives(press, killedAt("Pager.page"))).isFalse();
        desk.directory.revoke(SampleRequest.JANE.sysId(), Desk.ROLE);
        Refusal refusal = refused(desk.perform(press));
        assertThat(refusal.reason()).isEqualTo(Reason.PAGE_UNKNOWN);
        assertThat(refusal.sentence()).contains("needs one of these roles", "may have paged somebody");
    }

    @Test
    void a_note_that_is_refused_undoes_no_page_and_both_are_told() {
        desk.records.refuseNext(new Rejected(Records.SYSTEM, "a business rule aborted it"));
        assertThat(refused(desk.perform(desk.page())).reason()).isEqualTo(Reason.RECORD_REFUSED);
        assertThat(desk.seen().told()).singleElement().asString().startsWith("What you asked for was taken up, but");
        assertThat(desk.notices).hasSize(1);
        assertThat(page().what()).contains("incident-1");
    }

    @Test
    void a_list_that_a_rule_keeps_as_it_is_is_said_and_the_page_is_remembered() {
        desk.records.overruleNext(LIST);
        assertThat(refused(desk.perform(desk.page())).reason()).isEqualTo(Reason.PARTLY_TAKEN);
        assertThat(page().what()).contains("incident-1");
    }

    @Test
    void ended_at_any_outside_call_in_any_way_nobody_is_paged_twice() {
        List<Consumer<Desk>> answers = List.of(
                _ -> {}, one -> one.pager.onCall(List.of(new SysId(BOB))), one -> one.settings = SampleSettings.both());
        for (Consumer<Desk> answer : answers) {
            Desk undisturbed = paging(Desk.open());
            answer.accept(undisturbed);
            undisturbed.perform(undisturbed.page());
            for (Ending ending : Ending.values()) {
                assertThat(endedAtEachCall(answer, ending, undisturbed)).isGreaterThan(15);
            }
        }
    }

    private static int endedAtEachCall(Consumer<Desk> answer, Ending ending, Desk undisturbed) {
        Seen expected = undisturbed.seen();
        for (int call = 1; ; call++) {
            Desk desk = paging(Desk.open());
            answer.accept(desk);
            SamplePress press = desk.page();
            if (desk.survives(press, Calls.ending(call, ending))) {
                return call - 1;
            }
            desk.perform(press);
            assertThat(desk.seen()).as("%s at call %d", ending, call).isEqualTo(expected);
            assertThat(desk.pager.orders()).as("%s at call %d", ending, call).isEqualTo(undisturbed.pager.orders());
            assertThat(desk.perform(press)).isEqualTo(new PressOutcome.Repeated());
        }
    }

    private static Calls killedAt(String name) {
        return new Calls(call -> {
            if (call.name().equals(name) && !call.done()) {
                throw new Killed();
            }
        });
    }

    private SamplePress entering(Map<String, List<String>> entered) {
        return desk.page().entering(new Input(entered));
    }

    private Happening page() {
        return desk.seen().chronicle().last(Kind.PAGED).orElseThrow();
    }

    private String list() {
        return desk.record().details().fields().getOrDefault(LIST, "");
    }

    private static Refusal refused(PressOutcome outcome) {
        assertThat(outcome).isInstanceOf(PressOutcome.Refused.class);
        return ((PressOutcome.Refused) outcome).refusal();
    }
}
