package dev.belay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;
import dev.belay.credential.CredentialId.Kind;
import dev.belay.event.RecordHint;
import dev.belay.event.TeamEvent;
import dev.belay.failure.Unavailable;
import dev.belay.lease.InMemoryLeases;
import dev.belay.lease.Leases;
import dev.belay.record.RecordRef;
import dev.belay.settings.SampleSettings;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which work waits for which credential, and how it comes to go on. */
final class AwaitCredentialsTest {
    private static final CredentialId SLACK = new CredentialId(Kind.SLACK, "T01ACME");
    private static final CredentialId OTHER = new CredentialId(Kind.SLACK, "T02ACME");
    private static final CredentialId SERVICENOW = new CredentialId(Kind.SERVICENOW, "acme");
    private static final NeededCredentials HINT =
            new NeededCredentials(List.of(List.of(SERVICENOW), List.of(SLACK, OTHER)));
    private static final Finding TAKEN = new Finding.Taken("Slack accepts it", Optional.empty(), List.of());

    private final MovedClock clock = MovedClock.at(Instant.parse("2026-11-23T09:00:00Z"));
    private final CountedStates states = new CountedStates();
    private final RecordFindings record = new RecordFindings(states, (_, _) -> {}, clock, "belay");
    private final Leases leases = new InMemoryLeases(clock);
    private final AwaitCredentials await = worker(1);

    private AwaitCredentials worker(long seed) {
        return new AwaitCredentials(states, record, leases, clock, new Random(seed));
    }

    /** How often all states are read. */
    private static final class CountedStates implements CredentialStates {
        private final InMemoryCredentialStates kept = new InMemoryCredentialStates();
        private int reads;

        @Override
        public Optional<CredentialState> find(CredentialId id) {
            return kept.find(id);
        }

        @Override
        public List<CredentialState> all() {
            reads++;
            return kept.all();
        }

        @Override
        public boolean store(CredentialState state) {
            return kept.store(state);
        }
    }

    /** Finds what it is told to, and remembers how often. */
    private static final class TestCheck implements CredentialCheck {
        private final CredentialId id;
        private Finding finding;
        private int checks;

        private TestCheck(CredentialId id, Finding finding) {
            this.id = id;
            this.finding = finding;
        }

        @Override
        public CredentialId id() {
            return id;
        }

        @Override
        public Finding check() {
            checks++;
            return finding;
        }
    }

    private void refused(CredentialId id) {
        record.refused(id, "token_revoked");
        clock.advance(AwaitCredentials.MOMENT);
    }

    private Optional<CredentialId> awaited(CredentialCheck... checks) {
        return await.awaited(HINT, List.of(checks)).map(CredentialState::id);
    }

    @Test
    void nothing_waits_for_what_is_healthy_expiring_or_unknown() {
        record.record(SERVICENOW, TAKEN);
        record.record(SLACK, new Finding.NotChecked("down"));
        record.record(
                OTHER, new Finding.Taken("taken", Optional.of(clock.instant().plusSeconds(9)), List.of()));
        assertThat(awaited()).isEmpty();
    }

    @Test
    void work_waits_for_servicenows_credential() {
        refused(SERVICENOW);
        assertThat(awaited()).contains(SERVICENOW);
    }

    @Test
    void work_waits_for_a_platform_only_where_none_of_its_workspaces_is_left() {
        refused(SLACK);
        assertThat(awaited()).isEmpty();
        refused(OTHER);
        clock.advance(AwaitCredentials.BELIEVED);
        assertThat(awaited()).contains(SLACK);
    }

    @Test
    void what_was_refused_a_moment_ago_is_tried_all_the_same() {
        record.refused(SERVICENOW, "no access token");
        assertThat(awaited()).isEmpty();
        clock.advance(AwaitCredentials.MOMENT.minusMillis(1));
        assertThat(awaited()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(awaited()).contains(SERVICENOW);
    }

    @Test
    void however_much_work_there_is_the_states_are_read_twice_a_minute() {
        for (int i = 0; i < 120; i++) {
            awaited();
            clock.advance(Duration.ofMillis(500));
        }
        assertThat(states.reads).isEqualTo(2);
    }

    @Test
    void states_that_cannot_be_read_hold_nothing_up() {
        refused(SERVICENOW);
        states.kept.isDown(true);
        assertThat(awaited()).isEmpty();
        states.kept.isDown(false);
        clock.advance(AwaitCredentials.BELIEVED);
        assertThat(awaited()).contains(SERVICENOW);
    }

    @Test
    void of_all_workers_one_checks_it_once_a_minute() {
        refused(SERVICENOW);
        TestCheck check = new TestCheck(SERVICENOW, new Finding.Refused("still revoked"));
        AwaitCredentials second = worker(2);
        for (int i = 0; i < 180; i++) {
            assertThat(awaited(check)).contains(SERVICENOW);
            assertThat(second.awaited(HINT, List.of(check))).isPresent();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(check.checks).isEqualTo(3);
    }

    @Test
    void a_check_that_succeeds_makes_it_healthy_and_the_work_goes_on_at_once_also_elsewhere_soon() {
        refused(SERVICENOW);
        TestCheck check = new TestCheck(SERVICENOW, TAKEN);
        AwaitCredentials second = worker(2);
        assertThat(second.awaited(HINT, List.of())).isPresent();
        assertThat(awaited(check)).isEmpty();
        assertThat(states.find(SERVICENOW).orElseThrow().health()).isEqualTo(Health.HEALTHY);
        clock.advance(AwaitCredentials.BELIEVED);
        assertThat(second.awaited(HINT, List.of())).isEmpty();
        assertThat(check.checks).isEqualTo(1);
    }

    @Test
    void that_it_could_not_be_checked_proves_nothing() {
        refused(SERVICENOW);
        TestCheck check = new TestCheck(SERVICENOW, new Finding.NotChecked("ServiceNow does not answer"));
        assertThat(awaited(check)).contains(SERVICENOW);
        check.finding = TAKEN;
        clock.advance(AwaitCredentials.CHECKED_EVERY);
        assertThat(awaited(check)).isEmpty();
    }

    @Test
    void a_lease_that_cannot_be_had_checks_nothing_and_holds_nothing_else_up() {
        refused(SERVICENOW);
        Leases down = new Leases() {
            @Override
            public Optional<Duration> acquire(String name, String holder, Duration length) {
                throw new Unavailable("dynamodb", "down", Optional.empty());
            }

            @Override
            public void release(String name, String holder) {
                throw new AssertionError("nothing was acquired");
            }
        };
        TestCheck check = new TestCheck(SERVICENOW, TAKEN);
        assertThat(new AwaitCredentials(states, record, down, clock, new Random(3)).awaited(HINT, List.of(check)))
                .isPresent();
        assertThat(check.checks).isZero();
    }

    @Test
    void what_a_check_found_and_cannot_be_stored_waits_on() {
        refused(SERVICENOW);
        TestCheck check = new TestCheck(SERVICENOW, TAKEN);
        assertThat(awaited()).isPresent();
        states.kept.isDown(true);
        assertThat(awaited(check)).contains(SERVICENOW);
        states.kept.isDown(false);
        clock.advance(AwaitCredentials.CHECKED_EVERY);
        assertThat(awaited(check)).isEmpty();
    }

    @Test
    void a_hint_needs_servicenow_and_a_workspace_that_its_table_is_routed_to_on_its_platform() {
        RecordRef record = RecordRef.of("incident", "9".repeat(32));
        RecordHint hint =
                new RecordHint("1", Platform.SLACK, RecordHint.Type.OPENED, record, clock.instant(), clock.instant());
        assertThat(NeededCredentials.of(hint, SampleSettings.slack()).each())
                .containsExactly(
                        List.of(new CredentialId(
                                Kind.SERVICENOW,
                                SampleSettings.slack().serviceNow().instance())),
                        List.of(SLACK));
        RecordHint elsewhere =
                new RecordHint("1", Platform.TEAMS, RecordHint.Type.OPENED, record, clock.instant(), clock.instant());
        assertThat(NeededCredentials.of(elsewhere, SampleSettings.slack())
                        .each()
                        .getLast())
                .isEmpty();
    }

    @Test
    void a_team_event_needs_its_tenant_alone() {
        TeamEvent event = new TeamEvent(
                "1",
                Platform.TEAMS,
                TeamEvent.Kind.APP_INSTALLED,
                "tenant-1",
                Optional.empty(),
                "19:team",
                Optional.empty(),
                Optional.empty(),
                new ReplyAddress("https://smba.example/"),
                clock.instant());
        assertThat(NeededCredentials.of(event).each())
                .containsExactly(List.of(new CredentialId(Kind.TEAMS, "tenant-1")));
    }
}
