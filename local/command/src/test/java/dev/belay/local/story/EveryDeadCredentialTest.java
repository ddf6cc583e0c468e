package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.local.room.Person;
import dev.belay.local.room.Room.Press;
import dev.belay.local.room.Room.Told;
import dev.belay.simulator.aws.alarm.Published;
import dev.belay.simulator.pagerduty.account.Account;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.servicenow.table.Written;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each credential dies while people work, and comes back after most of a day: nothing is lost, nothing is done twice, nothing goes to the
 * dead-letter queue, and whoever runs Belay is told once each way.
 */
final class EveryDeadCredentialTest extends OnEachPlatform {
    /** Longer than a message's patience with any other refusal. */
    private static final int HALF_HOURS = 14;

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(31);

    private String old = "";
    private String channel = "";
    private String card = "";

    @BeforeEach
    void there_is_an_incident_that_people_work_on() {
        old = bench.open(1, 1, "Checkout down");
        bench.hints();
        channel = bench.channelOf(old).id();
        card = bench.cardOf(old, channel).id();
        bench.check();
    }

    @AfterEach
    void nothing_is_left_and_nothing_is_in_the_dead_letter_queue() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void the_chats_token() {
        bench.backstage().signIn(false);
        List<String> opened = List.of(
                bench.open(1, 1, "Payments down"), bench.open(2, 2, "Search slow"), bench.open(3, 3, "Printer jams"));
        bench.change(old, "short_description", "Checkout down everywhere");
        Press ack = bench.room().prepare(Person.ALICE, channel, card, "ack");
        assertThat(ack.send().accepted()).isTrue();
        deliver();
        assertThat(told(Person.ALICE)).as("what needs no token of ours").hasSize(platform == Platform.SLACK ? 1 : 0);
        assertThat(told(Person.ALICE)).allMatch(said -> said.startsWith("Slack does not accept Belay's credential"));
        assertThat(ack.repeat().accepted()).isTrue();
        live(HALF_HOURS);
        assertThat(notices(chat())).containsExactly("is unhealthy");
        assertThat(bench.room().channels()).extracting(place -> place.id()).containsExactly(channel);
        assertThat(acknowledgements()).isEmpty();

        bench.backstage().signIn(true);
        bench.pass(HALF_AN_HOUR);
        bench.settle();
        bench.echoes();
        isToldOfItsReturn(chat());
        opened.forEach(this::hasOneConversation);
        hasOneConversation(old);
        assertThat(bench.cardOf(old, channel).content()).contains("Checkout down everywhere");
        assertThat(acknowledgements()).as("the press was dropped").isEmpty();
        pressNow();
        assertThat(acknowledgements()).hasSize(1);
    }

    @Test
    void servicenows_client() {
        servicenowAccepts(false);
        List<String> opened = List.of(bench.open(1, 1, "Payments down"), bench.open(3, 3, "Printer jams"));
        bench.change(old, "short_description", "Checkout down everywhere");
        Press ack = bench.room().prepare(Person.ALICE, channel, card, "ack");
        assertThat(ack.send().accepted()).isTrue();
        deliver();
        assertThat(told(Person.ALICE))
                .singleElement()
                .asString()
                .contains("ServiceNow does not accept Belay's credential at the moment");
        assertThat(ack.repeat().accepted()).isTrue();
        live(HALF_HOURS);
        assertThat(notices("servicenow/")).containsExactly("is unhealthy");
        assertThat(told(Person.ALICE)).hasSize(2);
        assertThat(told(Person.ALICE).getLast()).contains("so it was dropped");

        servicenowAccepts(true);
        bench.pass(HALF_AN_HOUR);
        bench.settle();
        bench.echoes();
        isToldOfItsReturn("servicenow/");
        opened.forEach(this::hasOneConversation);
        assertThat(bench.cardOf(old, channel).content()).contains("Checkout down everywhere");
        assertThat(acknowledgements()).isEmpty();
        pressNow();
        assertThat(acknowledgements()).hasSize(1);
        assertThat(told(Person.ALICE)).hasSize(2);
    }

    @Test
    void the_pagers_token_keeps_nothing_else_from_being_done() {
        Account account = bench.world().pagerDuty().account();
        account.revoke(AcmeAccount.TOKEN);
        Map<String, List<String>> onCall =
                Map.of("targets", List.of(AcmeAccount.ON_CALL), "message", List.of("Checkout is down."));
        assertThat(bench.room()
                        .enter(Person.ALICE, channel, card, "page", onCall)
                        .accepted())
                .isTrue();
        String next = bench.open(1, 1, "Payments down");
        bench.settle();
        bench.echoes();
        hasOneConversation(next);
        assertThat(told(Person.ALICE)).singleElement().asString().contains("Belay has no key that the pager accepts");
        assertThat(account.incidents()).isEmpty();
        bench.check();
        bench.check();
        assertThat(notices("pager/")).containsExactly("is unhealthy");

        account.token(AcmeAccount.TOKEN, Account.Access.FULL);
        assertThat(bench.room()
                        .enter(Person.BOB, channel, bench.cardOf(old, channel).id(), "page", onCall)
                        .accepted())
                .isTrue();
        bench.settle();
        bench.echoes();
        assertThat(account.incidents()).hasSize(1);
        isToldOfItsReturn("pager/");
    }

    @Test
    void one_that_is_refused_for_a_moment_only_is_not_waited_for() {
        bench.backstage().signIn(false);
        String next = bench.open(1, 1, "Payments down");
        deliver();
        bench.backstage().signIn(true);
        bench.pass(Duration.ofSeconds(20));
        bench.settle();
        bench.echoes();
        hasOneConversation(next);
    }

    /** Some hours go by, in which what waits is delivered whenever its time has come. */
    private void live(int halfHours) {
        for (int i = 0; i < halfHours; i++) {
            bench.pass(HALF_AN_HOUR);
            deliver();
            assertThat(bench.setAside()).isZero();
            if (i % 2 == 0) {
                bench.check();
            }
        }
    }

    private void isToldOfItsReturn(String credential) {
        bench.check();
        bench.check();
        assertThat(notices(credential)).containsExactly("is unhealthy", "is healthy");
    }

    private String chat() {
        return platform.id() + "/";
    }

    /** How those who run Belay were told that the credential stands, oldest first. */
    private List<String> notices(String credential) {
        return bench.published().stream()
                .map(Published::subject)
                .filter(subject -> subject.contains("credential " + credential))
                .map(subject -> subject.substring(subject.indexOf(" is ") + 1))
                .toList();
    }

    private void deliver() {
        int came;
        int rounds = 0;
        do {
            came = bench.hintOnce() + bench.pressOnce();
        } while (came > 0 && ++rounds < 12);
    }

    private void hasOneConversation(String incident) {
        String place = bench.incident(incident).value(bench.room().field());
        assertThat(place).isNotEmpty();
        assertThat(bench.room().cards(place).stream()
                        .filter(shown -> shown.content().contains(incident)))
                .hasSize(1);
        assertThat(bench.notes(incident).stream().filter(note -> note.contains("bly-")))
                .as("notes that name the conversation")
                .hasSize(1);
    }

    private void pressNow() {
        assertThat(bench.room()
                        .press(Person.ALICE, channel, bench.cardOf(old, channel).id(), "ack")
                        .accepted())
                .isTrue();
        bench.presses();
    }

    private List<String> acknowledgements() {
        return bench.notes(old).stream()
                .filter(note -> note.contains("Acknowledged by"))
                .toList();
    }

    private List<String> told(Person person) {
        return bench.room().told(person).stream().map(Told::text).toList();
    }

    /** Its user is locked out, and let in again. */
    private void servicenowAccepts(boolean accepts) {
        var tables = bench.world().serviceNow().tables();
        String user = tables.row("sys_user", "user_name", "belay.integration")
                .orElseThrow()
                .sysId();
        assertThat(tables.update("sys_user", user, Map.of("locked_out", String.valueOf(!accepts)), "admin"))
                .isInstanceOf(Written.Done.class);
        bench.world().serviceNow().revokeToken();
    }
}
