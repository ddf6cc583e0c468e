package dev.belay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.credential.CredentialState.Change;
import dev.belay.credential.CredentialState.Ear;
import dev.belay.record.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the states of a credential follow each other. */
final class CredentialStateTest {
    private static final Instant NOW = Sample.OPENED;
    private static final CredentialId ID = new CredentialId(CredentialId.Kind.SLACK, "T01ACME");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                      | taken     | HEALTHY
                      | soon      | EXPIRING
                      | refused   | UNHEALTHY
                      | unchecked | UNKNOWN
            HEALTHY   | taken     | HEALTHY
            HEALTHY   | soon      | EXPIRING
            HEALTHY   | refused   | UNHEALTHY
            HEALTHY   | unchecked | UNKNOWN
            EXPIRING  | taken     | HEALTHY
            EXPIRING  | soon      | EXPIRING
            EXPIRING  | refused   | UNHEALTHY
            EXPIRING  | unchecked | UNKNOWN
            UNHEALTHY | taken     | HEALTHY
            UNHEALTHY | soon      | EXPIRING
            UNHEALTHY | refused   | UNHEALTHY
            UNHEALTHY | unchecked | UNHEALTHY
            UNKNOWN   | taken     | HEALTHY
            UNKNOWN   | soon      | EXPIRING
            UNKNOWN   | refused   | UNHEALTHY
            UNKNOWN   | unchecked | UNKNOWN
            """)
    void every_state_and_finding_has_one_next_and_each_change_is_owed_once(
            @Nullable Health was, String found, Health is) {
        Optional<CredentialState> before = Optional.ofNullable(was).map(CredentialStateTest::at);
        CredentialState next = CredentialState.next(ID, before, finding(found), NOW.plusSeconds(60));

        assertThat(next.health()).isEqualTo(is);
        boolean changed = was != is && !(was == null && is == Health.HEALTHY);
        assertThat(next.owed()).hasSize(changed ? 1 : 0);
        next.owed().forEach(change -> {
            assertThat(change.from()).isEqualTo(Optional.ofNullable(was));
            assertThat(change.to()).isEqualTo(is);
            assertThat(change.untold()).containsExactlyInAnyOrder(Ear.values());
        });
        assertThat(next.since()).isEqualTo(was == is ? NOW : NOW.plusSeconds(60));
    }

    @Test
    void an_unhealthy_one_that_could_not_be_checked_is_not_written_anew() {
        CredentialState before = at(Health.UNHEALTHY);
        assertThat(CredentialState.next(ID, Optional.of(before), finding("unchecked"), NOW.plusSeconds(60)))
                .isSameAs(before);
    }

    @Test
    void the_thirtieth_day_is_soon_and_what_is_known_of_the_end_outlives_an_outage() {
        Instant end = NOW.plus(Duration.ofDays(30));
        CredentialState soon = CredentialState.next(ID, Optional.empty(), taken(Optional.of(end)), NOW);
        assertThat(soon.health()).isEqualTo(Health.EXPIRING);
        assertThat(soon.why()).startsWith("it ends on 2026-12-22, in 30 days: ");
        assertThat(CredentialState.next(ID, Optional.empty(), taken(Optional.of(end.plusMillis(1))), NOW)
                        .health())
                .isEqualTo(Health.HEALTHY);
        assertThat(CredentialState.next(ID, Optional.of(soon), finding("unchecked"), NOW)
                        .ends())
                .contains(end);
        assertThat(CredentialState.next(ID, Optional.of(soon), taken(Optional.empty()), NOW)
                        .ends())
                .isEmpty();
    }

    @Test
    void one_that_is_taken_past_its_end_says_so() {
        assertThat(CredentialState.next(ID, Optional.empty(), taken(Optional.of(NOW.minusSeconds(1))), NOW))
                .satisfies(state -> {
                    assertThat(state.health()).isEqualTo(Health.EXPIRING);
                    assertThat(state.why()).startsWith("it should have ended on 2026-11-22: ");
                });
    }

    @Test
    void remarks_are_told_with_the_proof() {
        Finding found = new Finding.Taken("Slack accepts it", Optional.empty(), List.of("without usergroups:read"));
        assertThat(CredentialState.next(ID, Optional.empty(), found, NOW).why())
                .isEqualTo("Slack accepts it; without usergroups:read");
    }

    @Test
    void what_it_lacks_is_owed_once_also_over_an_outage_and_again_when_it_is_something_else() {
        CredentialState first = CredentialState.next(ID, Optional.empty(), lacking("usergroups:read"), NOW);
        assertThat(first.health()).isEqualTo(Health.HEALTHY);
        assertThat(first.owed()).hasSize(1);
        CredentialState told = first.told(first.owed().getFirst(), Set.of(Ear.values()));
        CredentialState same = CredentialState.next(ID, Optional.of(told), lacking("usergroups:read"), NOW);
        assertThat(same.owed()).isEmpty();
        CredentialState down = CredentialState.next(ID, Optional.of(same), finding("unchecked"), NOW);
        CredentialState back = CredentialState.next(ID, Optional.of(down), lacking("usergroups:read"), NOW);
        assertThat(back.owed()).extracting(Change::to).containsExactly(Health.UNKNOWN, Health.HEALTHY);
        assertThat(CredentialState.next(ID, Optional.of(same), lacking("pins:write"), NOW)
                        .owed())
                .singleElement()
                .satisfies(change -> assertThat(change.why()).contains("pins:write"));
        assertThat(CredentialState.next(ID, Optional.of(same), finding("taken"), NOW)
                        .owed())
                .isEmpty();
    }

    private static Finding lacking(String scope) {
        return new Finding.Taken("Slack accepts it", Optional.empty(), List.of("without " + scope));
    }

    @Test
    void what_no_check_can_prove_is_healthy_until_it_is_refused_and_stays_so() {
        Finding shape = new Finding.NotProvable("the next page proves it");
        assertThat(CredentialState.next(ID, Optional.empty(), shape, NOW).owed())
                .isEmpty();
        CredentialState refused = at(Health.UNHEALTHY);
        assertThat(CredentialState.next(ID, Optional.of(refused), shape, NOW)).isSameAs(refused);
        assertThat(CredentialState.next(ID, Optional.of(at(Health.UNKNOWN)), shape, NOW)
                        .health())
                .isEqualTo(Health.HEALTHY);
    }

    @Test
    void changes_that_nobody_hears_are_bounded_and_the_newest_stay() {
        CredentialState state = at(Health.HEALTHY);
        for (int i = 0; i < 3 * CredentialState.MOST_OWED; i++) {
            state = CredentialState.next(
                    ID, Optional.of(state), finding(i % 2 == 0 ? "refused" : "taken"), NOW.plusSeconds(i));
        }
        assertThat(state.owed()).hasSize(CredentialState.MOST_OWED);
        assertThat(state.owed().getLast().to()).isEqualTo(state.health());
        assertThat(state.owed()).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    }

    @Test
    void a_change_is_owed_until_it_was_told_everywhere() {
        CredentialState owing = CredentialState.next(ID, Optional.empty(), finding("refused"), NOW);
        Change change = owing.owed().getFirst();
        CredentialState half = owing.told(change, Set.of(Ear.TOPIC));
        assertThat(half.owed()).singleElement().extracting(Change::untold).isEqualTo(Set.of(Ear.CHANNEL));
        CredentialState whole = half.told(change, Set.of(Ear.CHANNEL));
        assertThat(whole.owed()).isEmpty();
        assertThat(whole.version()).isEqualTo(3);
    }

    @Test
    void what_a_system_says_at_length_is_cut() {
        CredentialState state = CredentialState.next(ID, Optional.empty(), new Finding.Refused("x".repeat(5000)), NOW);
        assertThat(state.why()).hasSizeLessThan(600).endsWith("…");
        assertThat(state.owed().getFirst().why()).hasSizeLessThan(600);
    }

    @Test
    void an_id_is_read_as_it_was_written() {
        List<CredentialId> ids = new ArrayList<>();
        for (CredentialId.Kind kind : CredentialId.Kind.values()) {
            ids.add(new CredentialId(kind, "a/b"));
        }
        assertThat(ids)
                .allSatisfy(id -> assertThat(CredentialId.parse(id.toString())).contains(id));
        assertThat(CredentialId.parse("slack/")).isEmpty();
        assertThat(CredentialId.parse("/T01ACME")).isEmpty();
        assertThat(CredentialId.parse("matrix/T01ACME")).isEmpty();
    }

    private static CredentialState at(Health health) {
        return new CredentialState(ID, health, "as it was", NOW, NOW, Optional.empty(), List.of(), List.of(), 1);
    }

    private static Finding finding(String word) {
        return switch (word) {
            case "taken" -> taken(Optional.empty());
            case "soon" -> taken(Optional.of(NOW.plus(Duration.ofDays(9))));
            case "refused" -> new Finding.Refused("slack: token_revoked");
            case "unchecked" -> new Finding.NotChecked("slack: no answer");
            default -> throw new AssertionError(word);
        };
    }

    private static Finding taken(Optional<Instant> ends) {
        return new Finding.Taken("Slack accepts it", ends, List.of());
    }
}
