package dev.belay.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class LastGoodTest {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final List<String> counted = new ArrayList<>();
    private final LastGood<String, String> values =
            new LastGood<>((metric, kind) -> counted.add(metric + " " + kind), clock);
    private int asked;

    @Test
    void what_the_store_says_now_is_used_as_long_as_it_answers() {
        assertThat(values.get("a", answering("1"))).isEqualTo("1");
        assertThat(values.get("a", answering("2"))).isEqualTo("2");
        assertThat(counted).isEmpty();
    }

    @Test
    void while_it_does_not_answer_the_last_value_is_used_for_an_hour_and_counted() {
        values.get("a", answering("1"));
        clock.advance(Duration.ofMinutes(59));
        assertThat(values.get("a", this::down)).isEqualTo("1");
        assertThat(counted).containsExactly("LAST_GOOD_USED ssm");
        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> values.get("a", this::down)).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_store_that_does_not_answer_is_not_asked_by_every_press() {
        values.get("a", answering("1"));
        values.get("a", this::down);
        values.get("a", this::down);
        assertThat(asked).isOne();
        clock.advance(Duration.ofSeconds(30));
        assertThat(values.get("a", answering("2"))).isEqualTo("2");
        assertThat(values.get("a", answering("3"))).isEqualTo("3");
    }

    @Test
    void a_store_that_was_not_asked_for_lack_of_time_is_not_down() {
        values.get("a", answering("1"));
        assertThat(values.get("a", _ -> {
                    throw Unavailable.notBegun("ssm", Duration.ofSeconds(1));
                }))
                .isEqualTo("1");
        assertThat(counted).isEmpty();
        assertThat(values.get("a", answering("2"))).as("it is asked at once").isEqualTo("2");
    }

    @Test
    void without_a_value_the_outage_is_told() {
        assertThatThrownBy(() -> values.get("a", this::down)).isInstanceOf(Unavailable.class);
        assertThat(counted).isEmpty();
    }

    @Test
    void a_refusal_is_an_answer() {
        values.get("a", answering("1"));
        assertThatThrownBy(() -> values.get("a", _ -> {
                    throw new Rejected("ssm", "access denied");
                }))
                .isInstanceOf(Rejected.class);
    }

    private String down(String key) {
        asked++;
        throw new Unavailable("ssm", "it is down", Optional.empty());
    }

    private static Function<String, String> answering(String value) {
        return _ -> value;
    }
}
