package dev.belay.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.belay.failure.CallEffect;
import dev.belay.failure.Unavailable;
import dev.belay.fuzz.Enumeration;
import java.time.Duration;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What fits into the time that is left, and what is not begun any more. */
final class DeadlineTest {
    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final Duration A_LITTLE = Duration.ofMillis(1);

    @ParameterizedTest
    @EnumSource
    void a_call_with_plenty_of_time_has_its_own_time_out(CallEffect effect) {
        assertThat(timeFor(Duration.ofMinutes(1), effect)).isEqualTo(USUAL);
    }

    @Test
    void a_write_keeps_its_own_time_out_or_is_not_begun() {
        Duration border = USUAL.plus(Deadline.TO_FINISH);
        assertThat(timeFor(border, CallEffect.NOT_IDEMPOTENT)).isEqualTo(USUAL);
        assertNotBegun(border.minus(A_LITTLE), left -> timeFor(left, CallEffect.NOT_IDEMPOTENT));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NOT_IDEMPOTENT")
    void what_may_be_repeated_has_what_is_left_and_is_not_begun_where_that_is_little(CallEffect effect) {
        assertThat(timeFor(Duration.ofSeconds(18), effect)).isEqualTo(Duration.ofSeconds(15));
        assertThat(timeFor(Deadline.TO_REPEAT, effect)).isEqualTo(Deadline.TO_REPEAT.minus(Deadline.TO_FINISH));
        assertNotBegun(Deadline.TO_REPEAT.minus(A_LITTLE), left -> timeFor(left, effect));
    }

    @Test
    void what_is_asked_shortly_fits_while_its_time_out_does() {
        Duration shortly = Duration.ofSeconds(2);
        Deadline deadline = () -> shortly.plus(Deadline.TO_FINISH);
        assertThat(deadline.timeFor("chat", CallEffect.READ, shortly)).isEqualTo(shortly);
    }

    @Test
    void what_is_stored_takes_half_of_what_is_left_at_most_until_there_is_hardly_any() {
        assertThat(timeToStore(Duration.ofMinutes(1))).isEqualTo(USUAL);
        assertThat(timeToStore(Deadline.TO_FINISH)).isEqualTo(Duration.ofMillis(1500));
        assertThat(timeToStore(Deadline.TO_STORE)).isPositive();
        assertNotBegun(Deadline.TO_STORE.minus(A_LITTLE), DeadlineTest::timeToStore);
    }

    @Test
    void after_the_longest_call_there_is_time_to_store_and_to_say_so() {
        Duration left = Deadline.TO_FINISH;
        for (int stored = 0; stored < 2; stored++) {
            left = left.minus(timeToStore(left));
        }
        assertThat(left).isGreaterThanOrEqualTo(Deadline.TO_STORE);
        assertThat(left.minus(timeToStore(left))).isPositive();
    }

    @Test
    void no_time_out_exceeds_what_is_left() {
        long seed = Enumeration.seed();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Duration left = Duration.ofMillis(random.nextInt(70_000));
            Duration usual = Duration.ofMillis(random.nextInt(30_000) + 1);
            Deadline deadline = () -> left;
            for (CallEffect effect : CallEffect.values()) {
                assertFits(seed, left, () -> deadline.timeFor("chat", effect, usual));
            }
            assertFits(seed, left, () -> deadline.timeToStore("dynamodb", usual));
        }
    }

    private interface Asked {
        Duration time();
    }

    private static void assertFits(long seed, Duration left, Asked asked) {
        try {
            assertThat(asked.time()).as("seed " + seed).isPositive().isLessThan(left);
        } catch (Unavailable e) {
            assertThat(e.retryAfter()).contains(Deadline.COMES_BACK);
        }
    }

    private static Duration timeFor(Duration left, CallEffect effect) {
        Deadline deadline = () -> left;
        return deadline.timeFor("chat", effect, USUAL);
    }

    private static Duration timeToStore(Duration left) {
        Deadline deadline = () -> left;
        return deadline.timeToStore("dynamodb", USUAL);
    }

    private static void assertNotBegun(Duration left, UnaryOperator<Duration> time) {
        assertThat(catchThrowableOfType(Unavailable.class, () -> time.apply(left))
                        .retryAfter())
                .contains(Deadline.COMES_BACK);
    }
}
