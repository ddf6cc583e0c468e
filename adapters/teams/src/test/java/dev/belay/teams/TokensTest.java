package dev.belay.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.belay.chat.Member;
import dev.belay.chat.Member.Standing;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Unavailable;
import dev.belay.platform.ChatContract;
import dev.belay.simulator.teams.AcmeTeams;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.teams.call.Credential;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How our app comes by its tokens, and what becomes of it when it does not. */
final class TokensTest {
    private static final String MARKER = "4b1f9c2e77aa01";
    private static final String TOKEN = "login.token";
    private static final String MEMBER = "connector.getConversationMember";

    private TeamsStage stage = new TeamsStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_token_for_each_service_is_asked_once_and_kept() {
        for (int i = 0; i < 3; i++) {
            stage.chat.cards().post(stage.shared(), ChatContract.NEW, MARKER + i);
            stage.chat.cards().findOwn(stage.shared(), MARKER + i, stage.now());
            member();
        }
        assertThat(stage.outcomes(TOKEN)).containsExactly("ok", "ok");
    }

    @Test
    void a_token_that_is_refused_is_renewed_once() {
        member();
        stage.teams.accessTokens().revoke();
        assertThat(member().standing()).isEqualTo(Standing.FULL);
        assertThat(stage.outcomes(MEMBER)).containsExactly("ok", "Unauthorized", "ok");
        assertThat(stage.outcomes(TOKEN)).hasSize(2);
    }

    @Test
    void a_fresh_token_that_is_refused_is_not_renewed_for_ever() {
        stage.teams.failures().next(MEMBER, 5, Failure.error(401, "Unauthorized"));
        assertThatThrownBy(this::member).isInstanceOf(CredentialsRefused.class);
        assertThat(stage.outcomes(MEMBER)).hasSize(2);
    }

    @Test
    void an_expired_secret_is_said_to_be_expired_and_not_shown() {
        stage.teams.credentials().expire(AcmeTeams.APP.secret());
        assertThatThrownBy(this::member)
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("AADSTS7000222")
                .hasMessageContaining("the client secret has expired")
                .hasMessageNotContaining(AcmeTeams.APP.secret());
        assertThat(stage.outcomes(MEMBER)).isEmpty();
        assertThat(stage.refusals)
                .singleElement()
                .asString()
                .startsWith(AcmeTeams.TENANT)
                .contains("AADSTS7000222")
                .doesNotContain(AcmeTeams.APP.secret());
    }

    @Test
    void a_secret_that_was_replaced_is_read_afresh_once() {
        stage.teams.credentials().expire(AcmeTeams.APP.secret());
        stage.teams.credentials().addSecret("a-newer-secret");
        stage.kept = new Credential.Secret("a-newer-secret");
        assertThat(member().standing()).isEqualTo(Standing.FULL);
        assertThat(stage.outcomes(TOKEN)).containsExactly("AADSTS7000222", "ok");
        assertThat(stage.refusals).isEmpty();
    }

    @Test
    void a_secret_that_was_replaced_by_another_dead_one_is_told_of_once() {
        stage.teams.credentials().expire(AcmeTeams.APP.secret());
        stage.kept = new Credential.Secret("never-added");
        assertThatThrownBy(this::member).isInstanceOf(CredentialsRefused.class);
        assertThat(stage.refusals).singleElement().asString().startsWith(AcmeTeams.TENANT);
    }

    @Test
    void a_new_secret_is_used_as_soon_as_it_is_known_also_while_the_old_one_works() {
        member();
        stage.teams.credentials().addSecret("a-newer-secret");
        stage.credential = new Credential.Secret("a-newer-secret");
        member();
        stage.teams.credentials().expire(AcmeTeams.APP.secret());
        stage.clock.advance(Duration.ofHours(2));
        member();
        assertThat(stage.outcomes(TOKEN)).containsOnly("ok").hasSizeGreaterThan(1);
    }

    @Test
    void an_app_that_left_the_tenant_is_not_let_in() {
        stage.teams.credentials().inTenant(false);
        assertThatThrownBy(this::member)
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("not in this tenant");
    }

    @Test
    void a_certificate_is_as_good_as_a_secret(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        stageOfToday();
        Credential.Certificate certificate = SelfSigned.in(folder);
        stage.credential = certificate;
        stage.kept = certificate;
        assertThatThrownBy(this::member)
                .isInstanceOf(CredentialsRefused.class)
                .hasMessageContaining("the certificate is not the one");
        stage.teams.credentials().addCertificate((RSAPublicKey)
                certificate.certificate().getPublicKey());
        assertThat(member().standing()).isEqualTo(Standing.FULL);
    }

    @Test
    void a_limit_on_tokens_is_waited_out() {
        stage.failNext(TOKEN, new Failure.RateLimited(7));
        assertLimited(7);
        stage.pass(Duration.ofSeconds(4));
        assertLimited(3);
        assertThat(stage.outcomes(TOKEN)).as("nothing leaves before").hasSize(1);
        stage.pass(Duration.ofSeconds(3));
        assertThat(member().standing()).isEqualTo(Standing.FULL);
    }

    private void assertLimited(int seconds) {
        assertThat(catchThrowableOfType(Unavailable.class, this::member).retryAfter())
                .contains(Duration.ofSeconds(seconds));
        assertThat(stage.outcomes(MEMBER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>Service Unavailable</html>"})
    void an_outage_of_the_login_refuses_nobody(String body) {
        stage.teams.failures().next(TOKEN, 4, new Failure.Answered(503, body));
        assertThatThrownBy(this::member).isInstanceOf(Unavailable.class);
    }

    /** A proxy's page, a portal to sign in at, JSON of something else: whatever it is, our credential was not judged. */
    @ParameterizedTest
    @CsvSource({
        "400, <html><title>Bad Request</title></html>",
        "401, <html>Proxy sign-in: AADSTS7000222 alice@acme.example</html>",
        "403, <!DOCTYPE html><body>Blocked by policy</body>",
        "404, Not Found",
        "407, <html>Proxy Authentication Required</html>",
        "400, '{\"message\":\"invalid\"}'",
        "401, '{\"error\":{\"code\":\"Unauthorized\"}}'",
        "401, '{\"error\":\"Not an error word\"}'",
        "200, <html>Sign in to the network</html>",
        "200, {}",
        "200, '{\"access_token\":[\"a\",1],\"expires_in\":3599}'",
        "200, '{\"access_token\":{\"value\":\"x\"},\"scope\":[]}'",
        "200, '{\"access_token\":\"a\\nb\",\"expires_in\":3599}'",
        "302, <html>Moved</html>"
    })
    void a_page_in_place_of_entra_id_s_answer_refuses_nobody_and_is_not_repeated(int status, String body) {
        stage.teams.failures().next(TOKEN, 4, new Failure.Answered(status, body));
        assertThatThrownBy(this::member)
                .isInstanceOf(Unavailable.class)
                .hasMessageNotContaining("alice")
                .hasMessageNotContaining("html")
                .hasMessageNotContaining("AADSTS");
        assertThat(stage.counted).doesNotContain("TokenRejected BOT");
        assertThat(stage.refusals).isEmpty();
        assertThat(stage.outcomes(MEMBER)).isEmpty();
    }

    @Test
    void a_page_in_place_of_entra_id_s_answer_leaves_no_trace_once_it_answers_again() {
        stage.teams.failures().next(TOKEN, 1, new Failure.Answered(401, "<html>Sign in to the network</html>"));
        assertThatThrownBy(this::member).isInstanceOf(Unavailable.class);
        assertThat(member().standing()).isEqualTo(Standing.FULL);
    }

    @Test
    void a_card_for_which_there_was_no_token_was_never_posted() {
        stage.failNext(TOKEN, new Failure.DroppedBefore());
        assertThatThrownBy(() -> stage.chat.cards().post(stage.shared(), ChatContract.NEW, MARKER))
                .isInstanceOf(Unavailable.class);
        assertThat(stage.cards(stage.shared())).isEmpty();
    }

    private Member member() {
        return stage.chat.people().member(stage.person(Standing.FULL), AcmeTeams.SUPPORT, Optional.empty());
    }

    /** What a certificate signs is dated by the machine's own clock. */
    private void stageOfToday() {
        stage.close();
        stage = new TeamsStage(Instant.now());
    }
}
