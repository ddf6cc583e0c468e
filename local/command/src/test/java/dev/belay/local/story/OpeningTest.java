package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.local.room.Room.Place;
import dev.belay.local.story.Backstage.Doing;
import dev.belay.local.story.Backstage.Trouble;
import dev.belay.simulator.servicenow.event.Outbound;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening a conversation when the outside does not do what it should. */
final class OpeningTest extends OnEachPlatform {
    private static final String NAME = "inc0010001-checkout-down";

    @AfterEach
    void nothing_is_left() {
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void a_conversation_is_opened_by_one_creation_and_one_post() {
        String incident = major();
        bench.hints();
        assertThat(bench.backstage().count(Doing.CREATE_CHANNEL)).isOne();
        assertThat(bench.backstage().count(Doing.POST_CARD)).isOne();
        assertThat(bench.backstage().count(Doing.INVITE)).isOne();
        assertThat(bench.backstage().count(Doing.UPDATE_CARD)).isZero();
        assertThat(bench.notes(incident)).hasSize(1);
    }

    @Test
    void a_channel_that_another_made_under_the_name_is_never_adopted() {
        String stranger = bench.backstage().createdByAlice(NAME);
        String incident = major();
        bench.hints();
        assertThat(channel(incident).id()).isNotEqualTo(stranger);
        assertThat(channel(incident).name()).startsWith(NAME + "-");
        assertThat(bench.room().cards(stranger)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Doing.class,
            names = {"DESCRIBE", "BOOKMARK", "INVITE"})
    void what_the_chat_does_not_fit_costs_neither_channel_nor_card_nor_link(Doing doing) {
        bench.backstage().fail(doing, 1, Trouble.REFUSED);
        String incident = major();
        assertThat(bench.hintOnce()).isOne();
        assertThat(channel(incident).cards()).hasSize(1);
        assertThat(bench.notes(incident)).hasSize(1);
        assertThat(EndState.of(bench))
                .contains("state={S=READY}", "set_up_bookmark=", "set_up_description=", "set_up_invitation=");
    }

    @ParameterizedTest
    @EnumSource(
            value = Doing.class,
            names = {"CREATE_CHANNEL", "POST_CARD", "DESCRIBE"})
    void a_rate_limit_is_waited_out_in_the_queue_and_holds_for_every_worker(Doing doing) {
        bench.backstage().fail(doing, 1, Trouble.LIMITED);
        String incident = major();
        bench.hintOnce();
        int called = bench.backstage().count(doing);
        assertThat(bench.waiting()).isOne();
        bench.pass(Duration.ofSeconds(30));
        assertThat(bench.hintOnce()).as("it comes back only when the chat said").isZero();
        assertThat(bench.backstage().count(doing)).isEqualTo(called);
        bench.hints();
        assertThat(channel(incident).cards()).hasSize(1);
        assertThat(bench.notes(incident)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Doing.class,
            names = {"CREATE_CHANNEL", "POST_CARD"})
    void what_the_chat_did_and_denied_is_found_and_not_done_again(Doing doing) {
        bench.backstage().fail(doing, 1, Trouble.DENIED);
        String incident = major();
        bench.hints();
        assertThat(bench.room().channels()).hasSize(1);
        assertThat(channel(incident).cards()).hasSize(1);
        assertThat(bench.backstage().count(doing)).isOne();
    }

    @Test
    void a_note_whose_fate_is_unknown_is_looked_for_and_not_written_twice() {
        bench.world()
                .serviceNow()
                .outage()
                .next(1, "PATCH incident", new dev.belay.simulator.servicenow.outage.Failure.Dropped(true));
        String incident = major();
        bench.hints();
        assertThat(bench.notes(incident)).hasSize(1);
        assertThat(channel(incident).cards()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"202", "failure in 200", "hibernating"})
    void a_success_that_is_none_is_not_believed(String how) {
        var failure =
                switch (how) {
                    case "202" -> dev.belay.simulator.servicenow.outage.Failure.accepted();
                    case "hibernating" -> dev.belay.simulator.servicenow.outage.Failure.hibernating();
                    default -> dev.belay.simulator.servicenow.outage.Failure.failureInSuccess();
                };
        bench.world().serviceNow().outage().next(1, "PATCH incident", failure);
        String incident = major();
        bench.hints();
        assertThat(bench.notes(incident)).hasSize(1);
        assertThat(bench.incident(incident).value(bench.room().field()))
                .isEqualTo(channel(incident).id());
    }

    @Test
    void an_event_that_is_faster_than_the_commit_waits_for_it() {
        bench.world().serviceNow().outage().lateCommit(2);
        String incident = major();
        bench.hints();
        assertThat(channel(incident).cards()).hasSize(1);
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void a_record_that_is_never_shown_is_set_aside_with_its_reason() {
        bench.poison();
        bench.world().serviceNow().outage().lateCommit(100);
        major();
        bench.hints();
        assertThat(bench.setAside()).isOne();
        assertThat(bench.backstage().count(Doing.CREATE_CHANNEL)).isZero();
    }

    @Test
    void a_change_is_drawn_once_and_no_change_not_at_all() {
        String incident = major();
        bench.hints();
        bench.backstage().forgetCalls();
        bench.change(incident, "short_description", "Checkout down in Europe");
        bench.hints();
        assertThat(bench.backstage().count(Doing.UPDATE_CARD)).isOne();
        bench.world().serviceNow().rule().sent().forEach(sent -> bench.world()
                .serviceNow()
                .rule()
                .send(sent.event()));
        assertThat(bench.world().serviceNow().rule().awaitIdle(Duration.ofSeconds(10)))
                .isTrue();
        bench.pass(Duration.ofHours(1));
        bench.hints();
        assertThat(bench.backstage().count(Doing.UPDATE_CARD)).isOne();
        assertThat(channel(incident).cards()).hasSize(1);
        assertThat(bench.backstage().lines(channel(incident).id())).containsExactly("Title: Checkout down in Europe");
    }

    @Test
    void a_change_that_the_chat_does_not_let_us_draw_is_drawn_when_it_does() {
        String incident = major();
        bench.hints();
        bench.backstage().fail(Doing.UPDATE_CARD, 1, Trouble.LIMITED);
        bench.change(incident, "short_description", "Checkout down in Europe");
        bench.hints();
        assertThat(channel(incident).cards().getFirst().content()).contains("in Europe");
    }

    @Test
    void a_settings_document_that_cannot_be_read_leaves_the_good_one_in_force() {
        var function = bench.world().installation().incidentOpened();
        String first = major();
        bench.hint(function);
        bench.world().installation().replaceSettings("{\"schema\": 1, \"routes\": 7}");
        bench.pass(Duration.ofMinutes(2));
        String second = bench.open(1, 1, "Search down");
        bench.hint(function);
        assertThat(channel(first)).isNotEqualTo(channel(second));
        bench.world().installation().changeSettings(settings -> {});
    }

    @Test
    void a_dead_token_holds_its_messages_for_hours_and_loses_nothing() {
        bench.backstage().signIn(false);
        String incident = major();
        for (int delivery = 0; delivery < 15; delivery++) {
            bench.hintOnce();
            bench.pass(Duration.ofMinutes(20));
        }
        assertThat(bench.waiting()).as("hours later it still waits").isOne();
        bench.backstage().signIn(true);
        bench.hints();
        assertThat(channel(incident).cards()).hasSize(1);
    }

    @Test
    void an_event_of_a_clone_is_refused_and_not_stored() {
        bench.world().serviceNow().rule().instance("acmetest");
        major();
        Outbound sent = bench.world().serviceNow().rule().sent().getLast();
        assertThat(sent.status()).isEqualTo(403);
        assertThat(bench.waiting()).isZero();
    }

    private String major() {
        return bench.open(1, 1, "Checkout down");
    }

    /** The channel that the record bears. */
    private Place channel(String incident) {
        return bench.channelOf(incident);
    }
}
