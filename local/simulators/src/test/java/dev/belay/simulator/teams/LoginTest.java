package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.limit.Failure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sources: learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow, certificate-credentials and
 * reference-error-codes.
 */
class LoginTest {
    private static final String BOT = "https://api.botframework.com/.default";
    private static final String GRAPH = "https://graph.microsoft.com/.default";

    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    private Stage.Answer token(String tenant, String client, String secret, String scope) {
        return stage.form(
                stage.teams.loginUrl() + "/" + tenant + "/oauth2/v2.0/token",
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                secret,
                "scope",
                scope,
                "client_info",
                "1");
    }

    private Stage.Answer token(String scope) {
        return token(AcmeTeams.TENANT, AcmeTeams.APP.id(), AcmeTeams.APP.secret(), scope);
    }

    private static int number(Stage.Answer answer) {
        return answer.json().getArray("error_codes").getInt(0);
    }

    @Test
    void a_secret_is_exchanged_for_a_token_of_one_hour() {
        Stage.Answer answer = token(BOT);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("token_type")).isEqualTo("Bearer");
        assertThat(answer.json().getInt("expires_in")).isEqualTo(3600);
    }

    @Test
    void the_scopes_that_client_libraries_add_are_passed_over() {
        assertThat(token("openid profile offline_access " + GRAPH).status()).isEqualTo(200);
    }

    @Test
    void a_bot_token_is_none_for_graph_nor_the_other_way_round() {
        String bot = token(BOT).json().getString("access_token");
        String graph = token(GRAPH).json().getString("access_token");
        String team = stage.teams.connectorUrl() + "v3/teams/" + Stage.encoded(AcmeTeams.GENERAL);
        String channels = stage.teams.graphUrl() + "/teams/" + AcmeTeams.TEAM + "/channels";
        assertThat(stage.call("GET", team, bot, "").status()).isEqualTo(200);
        assertThat(stage.call("GET", team, graph, "").status()).isEqualTo(401);
        assertThat(stage.call("GET", channels, graph, "").status()).isEqualTo(200);
        assertThat(stage.call("GET", channels, bot, "").error()).isEqualTo("InvalidAuthenticationToken");
    }

    @Test
    void a_token_ends_after_an_hour() {
        String path = "v3/teams/" + Stage.encoded(AcmeTeams.GENERAL);
        stage.clock.pass(Duration.ofSeconds(3599));
        assertThat(stage.connector("GET", path, "").status()).isEqualTo(200);
        stage.clock.pass(Duration.ofSeconds(1));
        assertThat(stage.connector("GET", path, "").status()).isEqualTo(401);
    }

    @Test
    void a_wrong_secret_is_7000215() {
        Stage.Answer answer = token(AcmeTeams.TENANT, AcmeTeams.APP.id(), "wrong", BOT);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().getString("error")).isEqualTo("invalid_client");
        assertThat(answer.json().getString("error_description")).startsWith("AADSTS7000215:");
    }

    @Test
    void a_secret_past_its_time_is_7000222() {
        stage.teams.credentials().expire(AcmeTeams.APP.secret());
        assertThat(number(token(BOT))).isEqualTo(7000222);
        stage.teams.credentials().addSecret("new");
        assertThat(token(AcmeTeams.TENANT, AcmeTeams.APP.id(), "new", BOT).status())
                .isEqualTo(200);
    }

    @Test
    void an_app_that_is_not_in_the_tenant_is_700016() {
        Stage.Answer other = token(AcmeTeams.TENANT, AcmeTeams.TEAM, AcmeTeams.APP.secret(), BOT);
        assertThat(other.json().getString("error")).isEqualTo("unauthorized_client");
        assertThat(number(other)).isEqualTo(700016);
        stage.teams.credentials().inTenant(false);
        assertThat(number(token(BOT))).isEqualTo(700016);
    }

    @Test
    void an_unknown_tenant_is_90002() {
        Stage.Answer answer = token(AcmeTeams.OTHER_TENANT, AcmeTeams.APP.id(), AcmeTeams.APP.secret(), BOT);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(number(answer)).isEqualTo(90002);
    }

    @Test
    void a_scope_must_be_the_default_of_one_known_resource() {
        assertThat(number(token("https://graph.microsoft.com/User.Read"))).isEqualTo(1002012);
        assertThat(number(token(BOT + " " + GRAPH))).isEqualTo(1002012);
        assertThat(number(token("https://other.example/.default"))).isEqualTo(500011);
    }

    @Test
    void a_parameter_left_out_is_900144_and_no_proof_at_all_is_7000218() {
        String url = stage.teams.loginUrl() + "/" + AcmeTeams.TENANT + "/oauth2/v2.0/token";
        assertThat(number(stage.form(url, "client_id", AcmeTeams.APP.id()))).isEqualTo(900144);
        assertThat(number(stage.form(url, "grant_type", "password"))).isEqualTo(70003);
        assertThat(number(stage.form(
                        url, "grant_type", "client_credentials", "client_id", AcmeTeams.APP.id(), "scope", BOT)))
                .isEqualTo(7000218);
    }

    @Test
    void too_many_requests_are_told_to_wait() {
        stage.teams.failures().next("login.token", 1, new Failure.RateLimited(9));
        Stage.Answer answer = token(BOT);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.retryAfter()).isEqualTo("9");
        assertThat(token(BOT).status()).isEqualTo(200);
    }

    @Test
    void the_clouds_own_names_are_discovered() {
        String path = "/login/common/discovery/instance?api-version=1.1&authorization_endpoint=x";
        JsonObject answer = Stage.json(stage.get(path).body());
        assertThat(answer.getArray("metadata").getObject(0).getArray("aliases")).contains("login.microsoftonline.com");
    }

    @Test
    void a_certificate_proves_the_app_in_place_of_a_secret() throws GeneralSecurityException {
        KeyPair pair = keys();
        stage.teams.credentials().addCertificate((RSAPublicKey) pair.getPublic());
        String audience = "https://login.microsoftonline.com/" + AcmeTeams.TENANT + "/oauth2/v2.0/token";
        assertThat(asserted(assertion(pair, audience, 600)).status()).isEqualTo(200);
        assertThat(number(asserted(assertion(keys(), audience, 600)))).isEqualTo(700027);
        assertThat(number(asserted(assertion(pair, audience, -1)))).isEqualTo(700024);
        assertThat(number(asserted(assertion(pair, "https://other.example", 600))))
                .isEqualTo(700023);
        assertThat(number(asserted("x.y"))).isEqualTo(50027);
    }

    private Stage.Answer asserted(String assertion) {
        return stage.form(
                stage.teams.loginUrl() + "/" + AcmeTeams.TENANT + "/oauth2/v2.0/token",
                "grant_type",
                "client_credentials",
                "client_id",
                AcmeTeams.APP.id(),
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion,
                "scope",
                BOT);
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private String assertion(KeyPair pair, String audience, int seconds) throws GeneralSecurityException {
        long now = stage.clock.instant().getEpochSecond();
        String claims = "{\"aud\":\"" + audience + "\",\"iss\":\"" + AcmeTeams.APP.id() + "\",\"sub\":\""
                + AcmeTeams.APP.id() + "\",\"nbf\":" + (now - 10) + ",\"exp\":" + (now + seconds) + "}";
        String signed = encoded("{\"alg\":\"PS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        signature.initSign(pair.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encoded(signature.sign());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
