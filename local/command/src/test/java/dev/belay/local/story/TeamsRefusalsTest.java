package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonWriter;
import dev.belay.chat.Platform;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.teams.app.SignedRequest;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Tenant;
import dev.belay.simulator.time.PassingClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom Teams lets press and we refuse: where the reason is told, and that nobody else reads it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TeamsRefusalsTest {
    /** Who may not. */
    enum Refused {
        WITHOUT_THE_ROLE(AcmeTeams.CAROL, "needs one of these roles"),
        UNMAPPED(AcmeTeams.DAVE, "No active ServiceNow user"),
        MAPPED_TWICE(AcmeTeams.ERIN, "More than one active"),
        GUEST(AcmeTeams.GUEST, "Only full members");

        private final String id;
        private final String why;

        Refused(String id, String why) {
            this.id = id;
            this.why = why;
        }
    }

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private Bench bench;
    private Tenant tenant;
    private String incident = "";
    private String card = "";

    @BeforeEach
    void an_incident_is_open() {
        bench = Bench.beside(aws, faults, clock, Platform.TEAMS);
        tenant = bench.world().teams().tenant();
        incident = bench.open(3, 3, "Printer jams");
        bench.hints();
        card = bench.cardOf(incident, AcmeTeams.SUPPORT).id();
        bench.world().serviceNow().forgetCalls();
    }

    @AfterEach
    void nothing_was_done_and_nothing_is_left() {
        assertThat(bench.incident(incident).value("state")).isEqualTo("1");
        assertThat(bench.incident(incident).value("assigned_to")).isEmpty();
        assertThat(bench.notes(incident)).hasSize(1);
        assertThat(bench.world().serviceNow().calls())
                .noneMatch(call -> call.name().equals("PATCH incident"));
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
        bench.close();
    }

    @AfterAll
    void all_stops() {
        aws.close();
    }

    static Stream<Arguments> each_who_may_not_by_each_button() {
        return Stream.of(Refused.values())
                .flatMap(who -> Stream.of(Button.values()).map(how -> Arguments.of(who, how)));
    }

    @ParameterizedTest
    @MethodSource("each_who_may_not_by_each_button")
    void where_the_tenant_has_targeted_messages_the_reason_stands_in_the_thread_for_one_alone(Refused who, Button how) {
        press(who, how);
        assertThat(bench.world().teams().targeted(who.id)).singleElement().satisfies(told -> {
            assertThat(words(told)).contains(who.why);
            assertThat(told.root()).isEqualTo(card);
        });
        assertThat(chat(who.id)).isEmpty();
        assertThat(said()).isEmpty();
        nobodyElseHears(who.id);
    }

    @ParameterizedTest
    @MethodSource("each_who_may_not_by_each_button")
    void where_it_has_none_the_reason_stands_in_the_chat_of_who_has_the_app(Refused who, Button how) {
        tenant.targetedMessages(false);
        tenant.personalApp(who.id, true);
        press(who, how);
        assertThat(chat(who.id)).singleElement().satisfies(told -> assertThat(words(told))
                .contains(who.why));
        assertThat(said()).isEmpty();
        nobodyElseHears(who.id);
    }

    @ParameterizedTest
    @MethodSource("each_who_may_not_by_each_button")
    void who_has_not_the_app_either_reads_in_the_thread_that_a_press_was_not_done_and_nobody_reads_why(
            Refused who, Button how) {
        tenant.targetedMessages(false);
        tenant.personalApp(who.id, false);
        press(who, how);
        assertThat(chat(who.id)).isEmpty();
        assertNeutral(tenant.person(who.id).orElseThrow());
        nobodyElseHears(who.id);
    }

    @ParameterizedTest
    @EnumSource(Refused.class)
    void who_blocks_the_app_is_told_as_one_who_has_it_not(Refused who) {
        tenant.targetedMessages(false);
        tenant.personalApp(who.id, true);
        tenant.block(who.id, true);
        press(who, Button.EXECUTE);
        assertThat(chat(who.id)).isEmpty();
        assertNeutral(tenant.person(who.id).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"EXECUTE, true", "SUBMIT, true", "EXECUTE, false", "SUBMIT, false"})
    void a_person_of_another_tenant_does_not_get_past_the_door(Button how, boolean targeted) {
        tenant.targetedMessages(targeted);
        Delivery delivery = bench.world().teams().send(prepared(AcmeTeams.STRANGER, how));
        assertThat(delivery.status()).isEqualTo(403);
        assertThat(delivery.body()).doesNotContain("INC0010001");
        assertThat(bench.waiting()).as("nothing is stored").isZero();
        assertThat(said()).isEmpty();
        nobodyElseHears(AcmeTeams.STRANGER);
    }

    /** An activity's body is not signed, and a shared channel is the host tenant's: only the roster says whose a person is. */
    @ParameterizedTest
    @EnumSource(Button.class)
    void a_person_of_another_tenant_under_the_name_of_ours_is_in_no_roster_and_refused(Button how) {
        SignedRequest alices = prepared(AcmeTeams.ALICE, how);
        String body = alices.text().replace(AcmeTeams.ALICE, AcmeTeams.STRANGER);
        SignedRequest strangers = new SignedRequest(alices.headers(), body.getBytes(StandardCharsets.UTF_8));
        assertThat(bench.world().teams().send(strangers).accepted()).isTrue();
        bench.presses();
        assertNeutral(tenant.person(AcmeTeams.STRANGER).orElseThrow());
        nobodyElseHears(AcmeTeams.STRANGER);
    }

    @Test
    void a_refusal_that_could_not_be_delivered_for_a_while_becomes_no_public_word() {
        bench.backstage().fail(Backstage.Doing.TELL, 2, Backstage.Trouble.DOWN);
        assertThat(bench.world()
                        .teams()
                        .press(AcmeTeams.CAROL, AcmeTeams.SUPPORT, card, "ack", Button.EXECUTE)
                        .accepted())
                .isTrue();
        bench.pressOnce();
        assertThat(bench.waiting()).isOne();
        bench.presses();
        assertThat(bench.world().teams().privateMessages(AcmeTeams.CAROL)).hasSize(1);
        assertThat(said()).isEmpty();
        nobodyElseHears(AcmeTeams.CAROL);
    }

    private void press(Refused who, Button how) {
        assertThat(bench.world()
                        .teams()
                        .press(who.id, AcmeTeams.SUPPORT, card, "ack", how)
                        .accepted())
                .isTrue();
        bench.presses();
    }

    private SignedRequest prepared(String person, Button how) {
        return bench.world().teams().prepare(person, AcmeTeams.SUPPORT, card, "ack", how);
    }

    /** What everybody reads beside the card. */
    private List<Message> said() {
        return bench.world().teams().messages(AcmeTeams.SUPPORT).stream()
                .filter(message -> !message.id().equals(card))
                .toList();
    }

    private List<Message> chat(String person) {
        return bench.world().teams().direct(person);
    }

    private void assertNeutral(Person person) {
        assertThat(said()).singleElement().satisfies(word -> {
            assertThat(word.root()).isEqualTo(card);
            assertThat(word.text()).contains("an answer here for one person alone");
            assertThat(words(word)).doesNotContain(person.name(), person.id(), person.mri(), "INC0010001");
            assertThat(Stream.of(Refused.values()).map(who -> who.why)).noneMatch(words(word)::contains);
        });
    }

    private void nobodyElseHears(String person) {
        assertThat(tenant.people())
                .filteredOn(other -> !other.id().equals(person))
                .allSatisfy(other -> assertThat(Stream.concat(
                                bench.world().teams().targeted(other.id()).stream(), chat(other.id()).stream()))
                        .isEmpty());
    }

    private static String words(Message message) {
        return JsonWriter.string(message.activity()).replace("\\", "");
    }
}
