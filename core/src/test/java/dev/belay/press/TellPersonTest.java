package dev.belay.press;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.card.PrivateAnswer;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.event.LateAnswer;
import dev.belay.failure.Calls;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.press.TellPerson.Outcome;
import dev.belay.record.Sample;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Telling one person what became of their press: soon where they pressed, later where it stays, and not for ever. */
final class TellPersonTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Desk desk = Desk.open();

    @Test
    void whoever_just_pressed_is_told_where_they_pressed() {
        desk.clock.advance(A_MINUTE.minusMillis(1));
        Calls calls = Calls.undisturbed();
        assertThat(tell(calls)).isEqualTo(new Outcome.Ended());
        assertThat(calls.names()).containsExactly("Messages.tell");
        assertThat(desk.chat.privately(Desk.JANE)).containsExactly("No.");
    }

    @Test
    void after_a_minute_they_are_told_in_a_chat_of_their_own_and_nowhere_else() {
        desk.clock.advance(A_MINUTE);
        Calls calls = Calls.undisturbed();
        assertThat(tell(calls)).isEqualTo(new Outcome.Ended());
        assertThat(calls.names()).containsExactly("Messages.tellDirectly");
        assertThat(desk.chat.privately(Desk.JANE)).containsExactly("No.");
    }

    @Test
    void a_platform_that_is_down_is_waited_for_as_long_as_it_says() {
        Calls down = Calls.failing(
                "Messages.tell", () -> new Unavailable("chat", "down", Optional.of(Duration.ofSeconds(40))));
        assertThat(tell(down)).isEqualTo(new Outcome.RetryLater(Optional.of(Duration.ofSeconds(40))));
        assertThat(desk.counted).isEmpty();
    }

    @Test
    void what_could_not_be_told_for_half_an_hour_is_given_up_and_counted() {
        Calls down = new Calls(call -> {
            if (call.name().startsWith("Messages.")) {
                throw new Unavailable("chat", "down", Optional.empty());
            }
        });
        desk.clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(tell(down)).isEqualTo(new Outcome.RetryLater(Optional.empty()));
        desk.clock.advance(Duration.ofMillis(1));
        assertThat(tell(down)).isEqualTo(new Outcome.Ended());
        assertThat(desk.counted).containsExactly("AnswerFailed EXPIRED");
    }

    @Test
    void what_can_never_be_told_is_given_up_at_once_and_counted() {
        assertThat(tell(Calls.failing("Messages.tell", () -> new Rejected("chat", "no way back"))))
                .isEqualTo(new Outcome.Ended());
        assertThat(tell(Calls.failing("Messages.tell", () -> new CredentialsRefused("chat", "revoked"))))
                .isEqualTo(new Outcome.Ended());
        assertThat(desk.counted).containsExactly("AnswerFailed EXPIRED", "AnswerFailed EXPIRED");
    }

    private Outcome tell(Calls calls) {
        LateAnswer answer = new LateAnswer(
                "press-1",
                Desk.JANE,
                new ConversationId(Platform.SLACK, Desk.JANE.workspace(), desk.channel.id(), Optional.empty()),
                Optional.empty(),
                PrivateAnswer.of("No."),
                "EXPIRED",
                "EXPIRED",
                Sample.OPENED);
        Desk.Worker worker = desk.worker(calls);
        return new TellPerson(desk.leases, (metric, kind) -> desk.counted.add(metric.id() + " " + kind), desk.clock)
                .tell(answer, worker.chat());
    }
}
