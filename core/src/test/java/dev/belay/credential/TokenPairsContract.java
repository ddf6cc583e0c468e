package dev.belay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.credential.TokenPairs.Held;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link TokenPairs} keeps. */
public interface TokenPairsContract {
    TokenPairs pairs();

    /** The clock of the store. */
    MovedClock clock();

    /** A workspace that no test before had, with nothing stored. */
    String workspace();

    /** Somebody stores a pair, whatever is there, as a person does. */
    void store(String workspace, TokenPair pair);

    /** A pair that is told by its number. */
    default TokenPair pair(int number) {
        return new TokenPair(
                "xoxe.xoxb-1-" + number,
                "xoxe-1-" + number,
                Instant.parse("2027-01-31T12:00:00Z").plus(number, ChronoUnit.HOURS));
    }

    private Held held(String workspace) {
        return pairs().read(workspace).orElseThrow();
    }

    private String stored(int number) {
        String workspace = workspace();
        store(workspace, pair(number));
        return workspace;
    }

    @Test
    default void where_nothing_is_stored_nothing_is_read() {
        assertThat(pairs().read(workspace())).isEmpty();
    }

    @Test
    default void what_was_stored_is_current() {
        String workspace = stored(1);
        assertThat(held(workspace).current()).isEqualTo(pair(1));
        assertThat(held(workspace).next()).isEmpty();
        store(workspace, pair(2));
        assertThat(held(workspace).current()).isEqualTo(pair(2));
    }

    @Test
    default void a_staged_pair_is_next_and_not_current() {
        String workspace = stored(1);
        assertThat(pairs().stage(held(workspace), pair(2))).isEqualTo(pair(2));
        assertThat(held(workspace).current()).isEqualTo(pair(1));
        assertThat(held(workspace).next()).contains(pair(2));
    }

    @Test
    default void the_first_pair_that_follows_is_the_one_that_stays() {
        String workspace = stored(1);
        Held held = held(workspace);
        assertThat(pairs().stage(held, pair(2))).isEqualTo(pair(2));
        assertThat(pairs().stage(held, pair(2))).as("the same again").isEqualTo(pair(2));
        assertThat(pairs().stage(held, pair(3))).as("another").isEqualTo(pair(2));
        assertThat(held(workspace).next()).contains(pair(2));
    }

    @Test
    default void a_promoted_pair_is_current_whoever_asks_again() {
        String workspace = stored(1);
        pairs().stage(held(workspace), pair(2));
        Held held = held(workspace);
        assertThat(pairs().promote(held)).isTrue();
        assertThat(pairs().promote(held)).as("again").isTrue();
        assertThat(held(workspace).current()).isEqualTo(pair(2));
        assertThat(held(workspace).next()).isEmpty();
    }

    @Test
    default void pair_follows_pair() {
        String workspace = stored(1);
        for (int number = 2; number < 6; number++) {
            pairs().stage(held(workspace), pair(number));
            assertThat(pairs().promote(held(workspace))).isTrue();
            assertThat(held(workspace).current()).isEqualTo(pair(number));
        }
    }

    @Test
    default void what_somebody_stored_meanwhile_stays() {
        String workspace = stored(1);
        pairs().stage(held(workspace), pair(2));
        Held before = held(workspace);
        store(workspace, pair(7));
        assertThat(pairs().promote(before)).isFalse();
        assertThat(held(workspace).current()).isEqualTo(pair(7));
        assertThat(held(workspace).next()).as("it does not follow the new pair").isEmpty();
    }

    @Test
    default void a_renewal_that_was_begun_is_known_until_the_pair_is_another() {
        String workspace = stored(1);
        assertThat(pairs().begun(held(workspace))).isEmpty();
        pairs().begin(held(workspace));
        Optional<Instant> first = pairs().begun(held(workspace));
        assertThat(first).isPresent();
        clock().advance(Duration.ofMinutes(1));
        pairs().begin(held(workspace));
        assertThat(pairs().begun(held(workspace))).as("when it was begun first").isEqualTo(first);
        assertThat(held(workspace).current()).as("nothing else changes").isEqualTo(pair(1));
        assertThat(held(workspace).next()).isEmpty();
        pairs().stage(held(workspace), pair(2));
        pairs().promote(held(workspace));
        assertThat(pairs().begun(held(workspace))).isEmpty();
        pairs().begin(held(workspace));
        assertThat(pairs().begun(held(workspace))).isPresent();
    }

    @Test
    default void two_workspaces_have_two_pairs() {
        String one = stored(1);
        String other = stored(2);
        pairs().stage(held(one), pair(3));
        assertThat(held(other).next()).isEmpty();
        assertThat(pairs().begun(held(other))).isEmpty();
        assertThat(pairs().promote(held(one))).isTrue();
        assertThat(held(other).current()).isEqualTo(pair(2));
    }
}
