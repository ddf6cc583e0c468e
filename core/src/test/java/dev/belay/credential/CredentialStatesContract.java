package dev.belay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.credential.CredentialState.Ear;
import dev.belay.record.Sample;
import dev.belay.time.Crowd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link CredentialStates} keeps. */
public interface CredentialStatesContract {
    Instant NOW = Sample.OPENED.plusMillis(7);

    CredentialStates states();

    /** A credential that no test before had. */
    CredentialId id();

    @Test
    default void what_is_stored_is_found_whole() {
        CredentialId id = id();
        assertThat(states().find(id)).isEmpty();
        CredentialState refused = next(id, new Finding.Refused("slack said \"token_revoked\" # % / é"));
        CredentialState expiring = CredentialState.next(
                        id,
                        Optional.of(refused),
                        new Finding.Taken("taken", Optional.of(NOW.plus(Duration.ofDays(3))), List.of()),
                        NOW.plusSeconds(60))
                .told(refused.owed().getFirst(), Set.of(Ear.TOPIC));
        CredentialState stored = new CredentialState(
                id,
                expiring.health(),
                expiring.why(),
                expiring.since(),
                expiring.checkedAt(),
                expiring.ends(),
                List.of("without usergroups:read", "a \"second\" é"),
                expiring.owed(),
                1);
        assertThat(states().store(stored)).isTrue();
        assertThat(states().find(id)).contains(stored);
        assertThat(stored.owed()).extracting(CredentialState.Change::untold).contains(Set.of(Ear.CHANNEL));
    }

    @Test
    default void all_are_found_together() {
        CredentialId one = id();
        CredentialId other = new CredentialId(CredentialId.Kind.PAGER, "pd-" + one.owner());
        states().store(next(one, new Finding.Refused("no")));
        states().store(next(other, new Finding.NotChecked("down")));
        assertThat(states().all())
                .filteredOn(state -> List.of(one, other).contains(state.id()))
                .extracting(CredentialState::health)
                .containsExactlyInAnyOrder(Health.UNHEALTHY, Health.UNKNOWN);
    }

    @Test
    default void whoever_read_before_another_wrote_stores_nothing() {
        CredentialId id = id();
        CredentialState first = next(id, new Finding.Refused("first"));
        assertThat(states().store(first)).isTrue();
        assertThat(states().store(next(id, new Finding.Refused("another first"))))
                .isFalse();
        CredentialState second = again(first, "second");
        assertThat(states().store(second)).isTrue();
        assertThat(states().store(again(first, "another second"))).isFalse();
        assertThat(states().find(id)).contains(second);
    }

    @Test
    default void a_version_that_leaps_is_not_stored() {
        CredentialId id = id();
        CredentialState first = next(id, new Finding.Refused("first"));
        assertThat(states().store(again(first, "second"))).isFalse();
        assertThat(states().find(id)).isEmpty();
    }

    @Test
    default void of_many_writers_at_once_one_succeeds() throws InterruptedException, ExecutionException {
        CredentialId id = id();
        AtomicInteger writers = new AtomicInteger();
        assertThat(Crowd.of(
                        8, () -> states().store(next(id, new Finding.Refused("writer " + writers.incrementAndGet())))))
                .filteredOn(stored -> stored)
                .hasSize(1);
    }

    private static CredentialState next(CredentialId id, Finding finding) {
        return CredentialState.next(id, Optional.empty(), finding, NOW);
    }

    private static CredentialState again(CredentialState before, String why) {
        return CredentialState.next(before.id(), Optional.of(before), new Finding.Refused(why), NOW.plusSeconds(1));
    }
}
