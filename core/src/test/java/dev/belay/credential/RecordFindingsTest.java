package dev.belay.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Unavailable;
import dev.belay.health.Metric;
import dev.belay.record.Sample;
import dev.belay.time.Crowd;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Findings and refusals become states, whoever else writes meanwhile. */
final class RecordFindingsTest {
    private static final CredentialId ID = new CredentialId(CredentialId.Kind.TEAMS, "tenant-1");
    private static final Finding TAKEN = new Finding.Taken("taken", Optional.empty(), List.of());

    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryCredentialStates states = new InMemoryCredentialStates();
    private final List<String> counted = new ArrayList<>();
    private final RecordFindings record = new RecordFindings(states, this::count, clock, "belay");

    private synchronized void count(Metric metric, String kind) {
        counted.add(metric.id() + " " + kind);
    }

    @Test
    void a_refusal_makes_it_unhealthy_at_once_and_only_a_success_ends_that() {
        record.record(ID, TAKEN);
        record.refused(ID, "entra: invalid_client");
        assertThat(health()).isEqualTo(Health.UNHEALTHY);
        record.record(ID, new Finding.NotChecked("down"));
        assertThat(health()).isEqualTo(Health.UNHEALTHY);
        record.record(ID, TAKEN);
        assertThat(health()).isEqualTo(Health.HEALTHY);
        assertThat(owed()).hasSize(2);
    }

    @Test
    void a_storm_of_refusals_writes_once_and_counts_each() {
        for (int i = 0; i < 50; i++) {
            record.refused(ID, "entra: invalid_client");
        }
        assertThat(states.writes()).isOne();
        assertThat(counted).hasSize(50).containsOnly("TokenRejected teams");
        assertThat(owed()).hasSize(1);
    }

    @Test
    void refusals_at_once_are_one_change() throws InterruptedException, ExecutionException {
        Crowd.of(8, () -> {
            record.refused(ID, "entra: invalid_client");
            return true;
        });
        assertThat(owed()).hasSize(1);
    }

    @Test
    void whoever_is_overtaken_reads_again() {
        record.record(ID, TAKEN);
        states.overtakenBy(() -> record.refused(ID, "entra: invalid_client"));
        assertThat(record.record(ID, TAKEN).health()).isEqualTo(Health.HEALTHY);
        assertThat(owed()).extracting(CredentialState.Change::to).containsExactly(Health.UNHEALTHY, Health.HEALTHY);
    }

    @Test
    void whoever_is_overtaken_by_the_same_refusal_writes_one_change() {
        states.overtakenBy(() -> record.refused(ID, "first"));
        record.refused(ID, "second");
        assertThat(owed()).hasSize(1);
    }

    @Test
    void a_refusal_never_fails_who_tells_it_and_a_finding_does() {
        states.isDown(true);
        assertThatCode(() -> record.refused(ID, "entra: invalid_client")).doesNotThrowAnyException();
        assertThat(counted).containsExactly("TokenRejected teams");
        assertThatThrownBy(() -> record.record(ID, TAKEN)).isInstanceOf(Unavailable.class);
    }

    @Test
    void each_check_says_when_it_was_found_so() {
        record.record(ID, TAKEN);
        clock.advance(Duration.ofHours(1));
        record.record(ID, TAKEN);
        CredentialState state = states.find(ID).orElseThrow();
        assertThat(state.checkedAt()).isEqualTo(clock.instant());
        assertThat(state.since()).isEqualTo(Sample.OPENED);
        assertThat(state.owed()).isEmpty();
    }

    private Health health() {
        return states.find(ID).orElseThrow().health();
    }

    private List<CredentialState.Change> owed() {
        return states.find(ID).orElseThrow().owed();
    }
}
