package dev.belay.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CallEffectTest {
    @ParameterizedTest
    @EnumSource
    void what_was_not_sent_can_be_retried_whatever_it_would_have_done(CallEffect effect) {
        assertThat(effect.notSent("chat", "no connection"))
                .hasMessage("chat: no connection")
                .extracting(Unavailable::retryAfter)
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NOT_IDEMPOTENT")
    void what_may_happen_twice_can_be_retried_when_its_answer_is_lost(CallEffect effect) {
        Optional<Duration> wait = Optional.of(Duration.ofSeconds(7));
        assertThat(effect.answerLost("chat", "no answer in time", wait))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).isEqualTo(wait));
        assertThat(effect.answerLost("chat", "no answer in time")).isInstanceOf(Unavailable.class);
    }

    @Test
    void what_must_not_happen_twice_has_an_unknown_outcome_when_its_answer_is_lost() {
        assertThat(CallEffect.NOT_IDEMPOTENT.answerLost("chat", "no answer in time"))
                .isInstanceOf(OutcomeUnknown.class)
                .hasMessage("chat: no answer in time");
        assertThat(CallEffect.NOT_IDEMPOTENT.answerLost("chat", "HTTP 500", Optional.of(Duration.ZERO)))
                .isInstanceOf(OutcomeUnknown.class);
    }
}
