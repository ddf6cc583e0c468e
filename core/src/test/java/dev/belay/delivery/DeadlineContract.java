package dev.belay.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every call that an adapter makes knows how much time its delivery has left. */
public interface DeadlineContract {
    /** A call of each kind that the adapter makes, by its name; whatever is answered. */
    Map<String, Runnable> calls();

    /** How many requests have arrived by now, those for tokens too. */
    int requests();

    @Test
    default void no_call_is_begun_when_the_time_is_over() {
        calls().forEach(this::assertNotBegun);
        calls().forEach(this::assertBegun);
        calls().forEach(this::assertNotBegun); // nor with tokens and connections that are there
    }

    private void assertBegun(String name, Runnable call) {
        int before = requests();
        try {
            call.run();
        } catch (ExternalFailure e) {
            assertThat(e).as(name).hasMessageNotContaining("not begun");
        }
        assertThat(requests()).as(name).isGreaterThan(before);
    }

    private void assertNotBegun(String name, Runnable call) {
        int before = requests();
        Delivery over = Delivery.of("message", Instant.EPOCH, () -> Duration.ZERO);
        assertThatThrownBy(() -> over.run(() -> {
                    call.run();
                    return name;
                }))
                .as(name)
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).contains(Deadline.COMES_BACK))
                .hasMessageContaining("not begun");
        assertThat(requests()).as(name).isEqualTo(before);
    }
}
