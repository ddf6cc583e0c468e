package dev.belay.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.credential.Finding;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.teams.call.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our app proves itself with is shown to all three of Microsoft's services, and its end is found where it can be. */
final class TeamsTokenCheckTest {
    private static final String READ_ALL = "Application.Read.All";
    private static final String APPLICATION = "graph.getApplication";
    private static final Optional<LocalDate> NOT_SAID = Optional.empty();

    private TeamsStage stage = new TeamsStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void without_a_permission_and_without_a_date_the_end_is_not_known_and_that_is_said() {
        Finding.Taken taken = check(NOT_SAID);
        assertThat(taken.proof())
                .isEqualTo("Entra ID gives tokens for the Bot Connector and for Graph, which both take");
        assertThat(taken.ends()).isEmpty();
        assertThat(taken.remarks())
                .singleElement()
                .asString()
                .contains("is not known", "Graph does not let the app see it", "expires_on", READ_ALL);
    }

    @Test
    void without_a_permission_the_end_is_what_was_stored_with_the_secret() {
        Finding.Taken taken = check(Optional.of(LocalDate.parse("2027-11-23")));
        assertThat(taken.ends()).contains(Instant.parse("2027-11-23T00:00:00Z"));
        assertThat(taken.remarks()).isEmpty();
        assertThat(stage.outcomes(APPLICATION)).containsExactly("Authorization_RequestDenied");
    }

    @Test
    void graph_knows_the_end_better_than_what_was_stored() {
        stage.teams.tenant().grant(READ_ALL);
        Instant end = stage.now().plus(Duration.ofDays(12));
        stage.teams.credentials().addSecret(AcmeTeams.APP.secret(), end);
        Finding.Taken taken = check(Optional.of(LocalDate.parse("2031-01-01")));
        assertThat(taken.ends()).contains(end);
        assertThat(taken.remarks()).isEmpty();
    }

    @Test
    void of_several_secrets_ours_is_told_by_its_first_characters() {
        stage.teams.tenant().grant(READ_ALL);
        Instant end = stage.now().plus(Duration.ofDays(100));
        stage.teams.credentials().addSecret(AcmeTeams.APP.secret(), end);
        stage.teams.credentials().addSecret("zzz-another", stage.now().plus(Duration.ofDays(5)));
        assertThat(check(NOT_SAID).ends()).contains(end);
    }

    @Test
    void where_two_begin_alike_the_earliest_end_of_those_that_live_is_taken_and_that_is_said() {
        stage.teams.tenant().grant(READ_ALL);
        Instant earliest = stage.now().plus(Duration.ofDays(40));
        stage.teams.credentials().addSecret("local-another", earliest);
        stage.teams.credentials().addSecret("local-dead", stage.now().plusSeconds(1));
        stage.pass(Duration.ofSeconds(2));
        Finding.Taken taken = check(NOT_SAID);
        assertThat(taken.ends()).contains(earliest);
        assertThat(taken.remarks()).singleElement().asString().contains("which of the 2 client secrets");
    }

    @Test
    void the_end_of_a_certificate_is_its_own(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        stage.close();
        stage = new TeamsStage(Instant.now()); // what a certificate signs is dated by the machine's own clock
        Credential.Certificate certificate = SelfSigned.in(folder);
        stage.credential = certificate;
        stage.kept = certificate;
        stage.teams.credentials().addCertificate((RSAPublicKey)
                certificate.certificate().getPublicKey());
        Finding.Taken taken = check(NOT_SAID);
        assertThat(taken.ends())
                .contains(certificate.certificate().getNotAfter().toInstant());
        assertThat(taken.remarks()).isEmpty();
    }

    @Test
    void a_secret_that_entra_id_refuses_is_refused() {
        stage.teams.credentials().expire(AcmeTeams.APP.secret());
        assertThatThrownBy(() -> check(NOT_SAID))
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("AADSTS7000222")
                .hasMessageNotContaining(AcmeTeams.APP.secret());
    }

    @ParameterizedTest
    @ValueSource(strings = {"connector.getTeam", APPLICATION})
    void a_token_that_a_service_refuses_is_refused_although_entra_id_gave_it(String call) {
        stage.teams.failures().next(call, 2, Failure.error(401, "Unauthorized"));
        assertThatThrownBy(() -> check(NOT_SAID)).isInstanceOf(CredentialsRefused.class);
    }

    @Test
    void a_bot_connector_that_is_out_of_order_says_nothing_of_the_credential() {
        stage.failNext("connector.getTeam", new Failure.Answered(503, ""));
        assertThat(check(NOT_SAID).proof()).endsWith(", and Graph takes its own");
    }

    @Test
    void a_graph_that_does_not_answer_leaves_the_credential_unchecked() {
        stage.teams.failures().next(APPLICATION, 9, new Failure.DroppedBefore());
        assertThatThrownBy(() -> check(NOT_SAID)).isInstanceOf(Unavailable.class);
    }

    private Finding.Taken check(Optional<LocalDate> expiresOn) {
        return (Finding.Taken) stage.tokenCheck().check(AcmeTeams.TENANT, expiresOn);
    }
}
