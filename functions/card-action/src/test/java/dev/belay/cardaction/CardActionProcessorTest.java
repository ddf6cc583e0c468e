package dev.belay.cardaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.card.PrivateAnswer;
import dev.belay.command.Command;
import dev.belay.event.LateAnswer;
import dev.belay.event.Press;
import dev.belay.events.CommandCodec;
import dev.belay.events.LateAnswerCodec;
import dev.belay.events.MalformedMessage;
import dev.belay.events.PressCodec;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.record.Assignee;
import dev.belay.settings.Lifecycle;
import dev.belay.settings.Limits;
import dev.belay.settings.Settings;
import dev.belay.step.Settling;
import dev.belay.time.MovedClock;
import dev.belay.wiring.dependency.CardActionDependencies;
import dev.belay.worker.Disposition;
import dev.belay.worker.Disposition.Delete;
import dev.belay.worker.Disposition.RetryFor;
import dev.belay.worker.Disposition.RetryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a press' message, on fakes of everything outside. */
final class CardActionProcessorTest {
    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-23T09:00:00Z"));
    private final PressedIncident incident = new PressedIncident(clock);
    private int snapshots;
    private final CardActionProcessor processor = new CardActionProcessor(this::snapshot, clock);

    private CardActionDependencies snapshot() {
        snapshots++;
        return incident.dependencies();
    }

    private Disposition process(Press press) {
        return processor.process(PressCodec.write(press).body(), false);
    }

    @Test
    void a_press_that_is_performed_is_deleted_and_the_record_is_changed() {
        incident.linked();

        assertThat(process(incident.press("p1"))).isEqualTo(new Delete());
        assertThat(incident.now().assignee()).map(Assignee::userId).contains(incident.user.value());
        assertThat(incident.told()).isEmpty();
    }

    @Test
    void a_refused_press_is_deleted_and_its_person_is_told() {
        incident.linked();
        incident.directory.revoke(incident.user, "mim_manager");

        assertThat(process(incident.press("p1"))).isEqualTo(new Delete());
        assertThat(incident.now()).isEqualTo(incident.opened);
        assertThat(incident.told()).singleElement().asString().contains("needs one of these roles");
    }

    @Test
    void the_same_press_again_is_deleted_and_takes_no_effect_again() {
        incident.linked();
        Press press = incident.press("p1");
        process(press);
        int notes = incident.records.notes(incident.opened.ref()).size();

        assertThat(process(press)).isEqualTo(new Delete());
        assertThat(incident.records.notes(incident.opened.ref())).hasSize(notes);
    }

    @Test
    void the_settings_are_asked_for_once_for_each_message() {
        incident.linked();
        process(incident.press("p1"));
        process(incident.press("p2"));

        assertThat(snapshots).isEqualTo(2);
    }

    @Test
    void an_outage_is_retried_after_the_time_that_was_asked_for_and_before_the_press_expires() {
        incident.linked();
        incident.chat.limitNextMember(Duration.ofSeconds(30));
        Press press = incident.press("p1");
        clock.advance(Duration.ofMinutes(4));

        assertThat(process(press))
                .isEqualTo(new RetryLater(
                        Optional.of(Duration.ofSeconds(30)),
                        Optional.of(Duration.ofMinutes(6).plusSeconds(1))));
        clock.advance(Duration.ofSeconds(30));
        assertThat(process(press)).isEqualTo(new Delete());
        assertThat(incident.now().assignee()).isPresent();
    }

    @Test
    void an_unknown_outcome_is_retried_after_it_settled() {
        incident.linked();
        incident.records.loseNext(true);
        Press press = incident.press("p1");

        assertThat(process(press)).isEqualTo(RetryLater.atLeast(Settling.TIME));
        clock.advance(Settling.TIME);
        assertThat(process(press)).isEqualTo(new Delete());
        assertThat(incident.records.notes(incident.opened.ref())).hasSize(1);
    }

    @Test
    void refused_credentials_are_told_at_once_and_once_and_the_press_is_retried_for_as_long_as_it_lives() {
        incident.linked();
        incident.directory.fail(Optional.of(new CredentialsRefused("servicenow", "401")));
        Press press = incident.press("p1");

        assertThat(process(press))
                .isEqualTo(RetryLater.atMost(Duration.ofMinutes(10).plusSeconds(1)));
        assertThat(incident.told())
                .singleElement()
                .asString()
                .startsWith("ServiceNow does not accept Belay's credential at the moment")
                .contains("10 minutes");
        clock.advance(Duration.ofMinutes(4));
        assertThat(process(press))
                .isEqualTo(RetryLater.atMost(Duration.ofMinutes(6).plusSeconds(1)));
        assertThat(incident.told()).hasSize(1);
        assertThat(incident.now()).isEqualTo(incident.opened);
    }

    @Test
    void a_press_is_performed_when_the_credential_is_back_in_time() {
        incident.linked();
        incident.directory.fail(Optional.of(new CredentialsRefused("servicenow", "401")));
        Press press = incident.press("p1");
        process(press);
        incident.directory.fail(Optional.empty());

        assertThat(process(press)).isEqualTo(new Delete());
        assertThat(incident.now().assignee()).isPresent();
    }

    @Test
    void a_press_that_outlives_itself_while_the_credential_is_refused_is_dropped_and_its_person_is_told() {
        incident.linked();
        incident.directory.fail(Optional.of(new CredentialsRefused("servicenow", "401")));
        Press press = incident.press("p1");
        process(press);
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(process(press)).isEqualTo(new Delete());
        assertThat(incident.told()).hasSize(2);
        assertThat(incident.told().getLast()).contains("could not be performed within 10 minutes");
        assertThat(incident.now()).isEqualTo(incident.opened);
    }

    @Test
    void a_command_does_not_wait_for_a_credential_either() {
        incident.linked();
        Command command = incident.command("c1", incident.opened.number());
        incident.records.refuseReads(Optional.of(new CredentialsRefused("servicenow", "401")));

        assertThat(process(command))
                .isEqualTo(RetryLater.atMost(Duration.ofMinutes(10).plusSeconds(1)));
        assertThat(process(command)).isInstanceOf(RetryLater.class);
        assertThat(incident.told())
                .singleElement()
                .asString()
                .startsWith("ServiceNow does not accept Belay's credential");
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(process(command)).isEqualTo(new Delete());
        assertThat(incident.told().getLast()).contains("could not be performed within 10 minutes");
    }

    @Test
    void a_press_before_its_conversation_is_linked_is_retried() {
        Press press = incident.press("p1");

        assertThat(process(press)).isInstanceOfSatisfying(RetryLater.class, retry -> assertThat(retry.atLeast())
                .isPresent());
        incident.linked();
        assertThat(process(press)).isEqualTo(new Delete());
        assertThat(incident.now().assignee()).isPresent();
    }

    @Test
    void an_expired_press_is_deleted_and_its_person_is_told() {
        incident.linked();
        Press press = incident.press("p1");
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(process(press)).isEqualTo(new Delete());
        assertThat(incident.now()).isEqualTo(incident.opened);
        assertThat(incident.told()).singleElement().asString().contains("10 minutes");
    }

    @Test
    void while_everything_outbound_is_paused_nothing_is_done_and_its_person_is_told_so_once() {
        incident.linked();
        incident.settings = paused(incident.settings);

        assertThat(process(incident.press("p1"))).isEqualTo(new Disposition.Pause());
        assertThat(process(incident.press("p1"))).isEqualTo(new Disposition.Pause());
        assertThat(incident.now()).isEqualTo(incident.opened);
        assertThat(incident.told()).singleElement().asString().contains("paused");
    }

    @Test
    void a_platform_that_the_settings_do_not_have_is_dead_lettered_after_a_minute_of_retries() {
        CardActionProcessor without = new CardActionProcessor(
                () -> {
                    CardActionDependencies with = incident.dependencies();
                    return new CardActionDependencies(
                            with.settings(), with.perform(), with.commands(), with.tell(), with.others(), Map.of());
                },
                clock);

        assertThat(without.process(PressCodec.write(incident.press("p1")).body(), false))
                .isEqualTo(RetryFor.aMinute("the settings name no slack"));
    }

    @Test
    void an_unreadable_message_says_so_before_the_settings_are_asked_for() {
        assertThatThrownBy(() -> processor.process("{}", false)).isInstanceOf(MalformedMessage.class);
        assertThat(snapshots).isZero();
    }

    @Test
    void unreadable_settings_are_an_outage_and_nothing_is_done_before_the_press_is_too_old() {
        Unavailable none = new Unavailable("settings", "the settings document is not valid", Optional.empty());
        CardActionProcessor without = new CardActionProcessor(
                () -> {
                    throw none;
                },
                clock);

        assertThat(without.process(PressCodec.write(incident.press("p1")).body(), false))
                .isInstanceOfSatisfying(RetryLater.class, retry -> assertThat(retry.atMost())
                        .contains(Duration.ofMinutes(10).plusSeconds(1)));
        assertThat(incident.now()).isEqualTo(incident.opened);
    }

    @Test
    void a_press_that_is_given_up_is_told_to_its_person() {
        incident.linked();

        processor.giveUp(PressCodec.write(incident.press("p1")).body());

        assertThat(incident.told()).singleElement().asString().contains("could not be performed");
        assertThat(incident.now()).isEqualTo(incident.opened);
    }

    @Test
    void a_command_is_performed_as_the_press_that_it_is_once() {
        incident.linked();

        assertThat(process(incident.command("c1", incident.opened.number()))).isEqualTo(new Delete());
        assertThat(process(incident.command("c1", incident.opened.number()))).isEqualTo(new Delete());
        assertThat(incident.records.notes(incident.opened.ref())).hasSize(1);
        assertThat(incident.told()).singleElement().asString().contains("is attached to INC");
    }

    @Test
    void a_command_of_a_number_that_is_not_known_is_deleted_and_its_person_is_told() {
        incident.linked();

        assertThat(process(incident.command("c1", "INC0099999"))).isEqualTo(new Delete());
        assertThat(incident.told()).singleElement().asString().startsWith("No record INC0099999 is known here.");
    }

    @Test
    void while_everything_is_paused_a_command_asks_nothing_and_its_person_is_told() {
        incident.linked();
        incident.settings = paused(incident.settings);

        assertThat(process(incident.command("c1", incident.opened.number()))).isEqualTo(new Disposition.Pause());
        assertThat(incident.told()).singleElement().asString().contains("paused");
    }

    @Test
    void a_command_that_is_given_up_is_told_to_its_person() {
        incident.linked();

        processor.giveUp(
                CommandCodec.write(incident.command("c1", "INC0099999")).body());

        assertThat(incident.told()).singleElement().asString().contains("could not be performed");
    }

    private Disposition process(Command command) {
        return processor.process(CommandCodec.write(command).body(), false);
    }

    @Test
    void an_answer_that_waits_is_told_and_deleted() {
        Press press = incident.press("p1");
        LateAnswer answer = new LateAnswer(
                press.pressId(),
                press.user(),
                press.at(),
                Optional.empty(),
                new PrivateAnswer("It was done already.", Optional.empty()),
                "EXPIRED",
                "EXPIRED",
                press.acceptedAt());

        assertThat(processor.process(LateAnswerCodec.write(answer).body(), true))
                .isEqualTo(new Delete());
        assertThat(incident.told()).containsExactly("It was done already.");
    }

    private static Settings paused(Settings settings) {
        return new Settings(
                Lifecycle.from(settings.startAt()),
                true,
                settings.serviceNow(),
                settings.chats(),
                settings.routes(),
                settings.dedicated(),
                settings.tables(),
                settings.roles(),
                settings.operations(),
                Limits.of(settings.pressLife()));
    }
}
