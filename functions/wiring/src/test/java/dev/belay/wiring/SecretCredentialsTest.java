package dev.belay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.failure.Rejected;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.teams.call.Credential;
import dev.belay.time.MovedClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our app in Teams proves itself with is read from its secret, and its end is foretold. */
final class SecretCredentialsTest {
    private static final String NAME = "belay/teams";

    private final MovedClock clock = MovedClock.at(Instant.now());
    private final SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready();
    private final List<String> counted = new ArrayList<>();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void a_client_secret_is_read() {
        assertThat(stored("{\"client_secret\":\"abc\"}").current()).isEqualTo(new Credential.Secret("abc"));
        assertThat(counted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "30, true", "31, false", "-3, true"})
    void a_month_before_its_end_it_is_counted(int days, boolean spoken) {
        String day = clock.instant()
                .atZone(clock.getZone())
                .toLocalDate()
                .plusDays(days)
                .toString();
        stored("{\"client_secret\":\"abc\",\"expires_on\":\"" + day + "\"}").current();
        assertThat(counted).isEqualTo(spoken ? List.of("CREDENTIAL_EXPIRES teams") : List.of());
    }

    @Test
    void an_end_that_is_no_date_keeps_nothing_from_being_read() {
        assertThat(stored("{\"client_secret\":\"abc\",\"expires_on\":\"next year\"}")
                        .current())
                .isEqualTo(new Credential.Secret("abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"certificate\":\"x\",\"private_key\":\"top secret\"}", "{\"certificate\":\"x\"}"})
    void what_holds_neither_is_refused_and_not_shown(String document) {
        assertThatThrownBy(() -> stored(document).current())
                .isInstanceOf(Rejected.class)
                .hasMessageNotContaining("top secret");
    }

    private SecretCredentials stored(String document) {
        aws.client("deployment")
                .call(
                        "secretsmanager",
                        "CreateSecret",
                        JsonObject.builder()
                                .value("Name", NAME)
                                .value("SecretString", document)
                                .done());
        return new SecretCredentials(
                access().secrets((metric, kind) -> counted.add(metric + " " + kind)),
                () -> NAME,
                (metric, kind) -> counted.add(metric + " " + kind),
                clock);
    }

    private Aws access() {
        Credentials role = aws.credentialsFor("incident-opened");
        AwsAccess.Keys keys = new AwsAccess.Keys(role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
        return new Aws(new AwsAccess(SimulatedAws.REGION, Optional.of(aws.url()), Optional.empty()).with(keys), clock);
    }
}
