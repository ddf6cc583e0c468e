package dev.belay.wiring.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.credential.CredentialId;
import dev.belay.credential.Finding;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.wiring.credential.StoredCredential.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way of failing becomes a finding in one place, and none is thrown. */
final class LiveCheckTest {
    private static final CredentialId SLACK = new CredentialId(CredentialId.Kind.SLACK, "T01ACME");
    private static final Shape GOOD = new Shape(true, List.of(), List.of());
    private static final Finding TAKEN = new Finding.Taken("taken", Optional.empty(), List.of());

    private static final Counters NOBODY = (_, _) -> {};

    private final List<String> counted = new ArrayList<>();

    @Test
    void what_its_system_says_of_a_good_shape_is_found() {
        assertThat(check(() -> GOOD, () -> TAKEN)).isEqualTo(TAKEN);
    }

    @Test
    void a_secret_that_is_missing_or_wrong_is_refused_and_shown_to_nobody() {
        Supplier<Finding> never = () -> {
            throw new AssertionError("it was shown");
        };
        assertThat(check(() -> Shape.MISSING, never)).isEqualTo(new Finding.Refused("store it"));
        assertThat(counted).containsExactly("NOT_SET_UP slack");
        assertThat(check(() -> new Shape(true, List.of("one", "two"), List.of()), never))
                .isEqualTo(new Finding.Refused("its secret is wrong: one; two"));
    }

    @ParameterizedTest
    @CsvSource({
        "CredentialsRefused, slack, Refused",
        "CredentialsRefused, secretsmanager, Refused",
        "Rejected, slack, Refused",
        "Rejected, secretsmanager, NotChecked",
        "Rejected, dynamodb, NotChecked",
        "Unavailable, slack, NotChecked",
        "Unavailable, secretsmanager, NotChecked",
        "OutcomeUnknown, slack, NotChecked"
    })
    void only_a_refusal_of_its_own_system_is_one(String kind, String system, String found) {
        for (boolean atShape : List.of(true, false)) {
            Finding finding = check(() -> atShape ? noShape(kind, system) : GOOD, () -> fail(kind, system));
            assertThat(finding.getClass().getSimpleName()).isEqualTo(found);
            assertThat(finding.toString()).contains(system + ": no");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TEAMS, teams",
        "TEAMS, entra",
        "SERVICENOW, servicenow",
        "PAGER, pagerduty",
        "PAGER, webhook",
        "PAGER, pager"
    })
    void each_kind_has_its_systems(CredentialId.Kind kind, String system) {
        CredentialId id = new CredentialId(kind, "x");
        assertThat(new LiveCheck(id, "x", () -> GOOD, () -> fail("Rejected", system), NOBODY).check())
                .isInstanceOf(Finding.Refused.class);
        assertThat(new LiveCheck(id, "x", () -> GOOD, () -> fail("Rejected", "slack"), NOBODY).check())
                .isInstanceOf(Finding.NotChecked.class);
    }

    private Finding check(Supplier<Shape> shape, Supplier<Finding> live) {
        return new LiveCheck(SLACK, "store it", shape, live, (metric, kind) -> counted.add(metric + " " + kind))
                .check();
    }

    private static Finding fail(String kind, String system) {
        throw failure(kind, system);
    }

    private static Shape noShape(String kind, String system) {
        throw failure(kind, system);
    }

    private static ExternalFailure failure(String kind, String system) {
        return switch (kind) {
            case "CredentialsRefused" -> new CredentialsRefused(system, "no");
            case "Rejected" -> new Rejected(system, "no");
            case "Unavailable" -> new Unavailable(system, "no", Optional.empty());
            default -> new OutcomeUnknown(system, "no");
        };
    }
}
