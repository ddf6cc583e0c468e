package dev.belay.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.teams.protocol.ConnectorSigner;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the door to Teams lets in. Whoever is refused never reaches a queue. */
class TeamsTokenTest {
    private static final ConnectorSigner OTHER = new ConnectorSigner("the-key");

    private final TeamsIngress teams = new TeamsIngress("teams");

    @AfterEach
    void stop() {
        teams.close();
    }

    @Test
    void what_the_bot_connector_signed_is_let_in() {
        assertThat(teams.send(TeamsIngress.execute()).status()).isEqualTo(200);
        assertThat(teams.ingress.aws.messages).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "Bearer not.a.jwt", "Bearer a.b", "Bearer ..", "x"
            })
    void what_bears_no_token_is_unauthorized(String authorization) {
        refused(401, authorization, TeamsIngress.execute());
    }

    @Test
    void the_schemes_case_does_not_matter() {
        String token = TeamsIngress.token().replace("Bearer", "bearer");
        assertThat(teams.send(token, TeamsIngress.execute()).status()).isEqualTo(200);
    }

    @Test
    void another_key_is_unauthorized() {
        refused(401, OTHER.token(TeamsIngress.claims()));
    }

    @Test
    void a_key_that_is_not_published_is_unauthorized_and_sought_once_an_hour() {
        ConnectorSigner unknown = new ConnectorSigner("unknown");
        teams.send(TeamsIngress.execute());
        for (int i = 0; i < 10; i++) {
            refused(401, unknown.token(TeamsIngress.claims()));
        }
        assertThat(teams.connector.keyReads).hasValue(2);
        teams.ingress.clock.advance(Duration.ofHours(1));
        refused(401, unknown.token(TeamsIngress.claims()));
        refused(401, unknown.token(TeamsIngress.claims()));
        assertThat(teams.connector.keyReads).hasValue(3);
    }

    @Test
    void a_token_that_names_no_key_is_unauthorized() {
        JsonObject header = TeamsIngress.SIGNER.header();
        header.remove("kid");
        refused(401, TeamsIngress.SIGNER.token(header, TeamsIngress.claims()));
    }

    @Test
    void a_key_that_came_with_the_token_is_not_believed() {
        JsonObject header = OTHER.header();
        header.put("jwk", OTHER.published());
        refused(401, OTHER.token(header, TeamsIngress.claims()));
        header.put("kid", "mine");
        header.put("jku", "https://keys.example.com/keys");
        refused(401, OTHER.token(header, TeamsIngress.claims()));
    }

    @Test
    void no_algorithm_is_unauthorized() {
        JsonObject header = TeamsIngress.SIGNER.header();
        header.put("alg", "none");
        String unsigned = ConnectorSigner.unsigned(header, TeamsIngress.claims());
        refused(401, unsigned + ".");
        refused(401, unsigned);
        refused(401, unsigned + ".c2lnbmF0dXJl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "NONE", "rs256", "RS512", "PS256", "ES256", "HS256", "RS256 ", ""})
    void another_algorithm_is_unauthorized_whatever_signed_it(String algorithm) {
        JsonObject header = TeamsIngress.SIGNER.header();
        header.put("alg", algorithm);
        refused(401, TeamsIngress.SIGNER.token(header, TeamsIngress.claims()));
    }

    @Test
    void the_public_key_is_no_secret() {
        refused(401, TeamsIngress.SIGNER.hmacToken(TeamsIngress.claims()));
    }

    @Test
    void a_header_that_must_be_understood_and_is_not_is_unauthorized() {
        JsonObject header = TeamsIngress.SIGNER.header();
        header.put("crit", JsonArray.from("https://example.com/new"));
        header.put("https://example.com/new", true);
        refused(401, TeamsIngress.SIGNER.token(header, TeamsIngress.claims()));
    }

    @ParameterizedTest
    @CsvSource({
        "iss, https://api.botframework.us",
        "iss, https://api.botframework.com/",
        "iss, https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        "iss,",
        "aud, 11111111-2222-4333-8444-555555555555",
        "aud, https://api.botframework.com",
        "aud,",
        "serviceurl, https://smba.trafficmanager.net/amer/",
        "serviceurl,",
        "exp, soon",
        "exp,",
        "nbf, soon",
        "nbf,"
    })
    void a_token_with_another_claim_or_without_it_is_unauthorized(String name, @Nullable String value) {
        JsonObject claims = TeamsIngress.claims();
        claims.remove(name);
        if (value != null) {
            claims.put(name, value);
        }
        refused(401, TeamsIngress.SIGNER.token(claims));
    }

    @Test
    void a_token_for_our_app_and_others_is_unauthorized() {
        JsonObject claims = TeamsIngress.claims();
        claims.put("aud", JsonArray.from(TeamsIngress.APP, "https://api.botframework.com"));
        refused(401, TeamsIngress.SIGNER.token(claims));
    }

    @ParameterizedTest
    @CsvSource({"-301, 401", "-300, 200", "3900, 200", "3901, 401"})
    void a_token_holds_five_minutes_longer_on_both_sides(long offset, int status) {
        teams.ingress.clock.advance(Duration.ofSeconds(offset));
        assertThat(teams.send(TeamsIngress.execute()).status()).isEqualTo(status);
        assertThat(teams.ingress.aws.messages).hasSize(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:56150/_connector/", "HTTP://LOCALHOST:56150/_CONNECTOR"})
    void a_slash_and_the_case_of_the_service_url_do_not_matter(String url) {
        JsonObject claims = TeamsIngress.claims();
        claims.put("serviceurl", url);
        assertThat(teams.send("Bearer " + TeamsIngress.SIGNER.token(claims), TeamsIngress.execute())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_activity_from_elsewhere_than_the_token_says_is_unauthorized() {
        JsonObject activity = TeamsIngress.execute();
        activity.put("serviceUrl", "https://smba.trafficmanager.net/amer/");
        refused(401, TeamsIngress.token(), activity);
        activity.remove("serviceUrl");
        refused(401, TeamsIngress.token(), activity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://connector.example.com/",
                "http://smba.trafficmanager.net/amer/",
                "https://smba.trafficmanager.net.example.com/",
                "http://127.0.0.1:56150/"
            })
    void a_service_that_our_token_must_not_go_to_is_forbidden(String url) {
        JsonObject claims = TeamsIngress.claims();
        claims.put("serviceurl", url);
        JsonObject activity = TeamsIngress.execute();
        activity.put("serviceUrl", url);
        refused(403, "Bearer " + TeamsIngress.SIGNER.token(claims), activity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"directline", "emulator", "MSTeams", ""})
    void another_channel_is_unauthorized(String channel) {
        JsonObject activity = TeamsIngress.execute();
        activity.put("channelId", channel);
        refused(401, TeamsIngress.token(), activity);
    }

    @Test
    void a_key_for_other_channels_is_unauthorized_and_one_for_any_is_let_in() {
        teams.connector.keys.clear();
        teams.connector.keys.add(TeamsIngress.SIGNER.published("skype", "webchat"));
        refused(401, TeamsIngress.token(), TeamsIngress.execute());
        teams.connector.keys.clear();
        teams.connector.keys.add(TeamsIngress.SIGNER.published());
        teams.ingress.clock.advance(Duration.ofHours(24));
        JsonObject claims = TeamsIngress.claims();
        claims.put("exp", teams.ingress.clock.instant().getEpochSecond());
        assertThat(teams.send("Bearer " + TeamsIngress.SIGNER.token(claims), TeamsIngress.execute())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void another_tenant_is_forbidden() {
        JsonObject activity = TeamsIngress.execute();
        activity.getObject("conversation").put("tenantId", "11111111-2222-4333-8444-555555555555");
        refused(403, TeamsIngress.token(), activity);
        activity.getObject("channelData").getObject("tenant").put("id", "11111111-2222-4333-8444-555555555555");
        refused(403, TeamsIngress.token(), activity);
        activity.remove("channelData");
        refused(403, TeamsIngress.token(), activity);
    }

    @Test
    void without_any_key_it_is_unavailable_and_comes_back() {
        teams.connector.status = 503;
        refused(503, TeamsIngress.token(), TeamsIngress.execute());
        teams.connector.status = 302;
        teams.ingress.clock.advance(Duration.ofSeconds(1));
        refused(503, TeamsIngress.token(), TeamsIngress.execute());
        teams.connector.status = 200;
        teams.ingress.clock.advance(Duration.ofSeconds(1));
        assertThat(teams.send(TeamsIngress.execute()).status()).isEqualTo(200);
    }

    private void refused(int status, String token) {
        refused(status, "Bearer " + token, TeamsIngress.execute());
    }

    private void refused(int status, String authorization, JsonObject activity) {
        int before = teams.ingress.aws.messages.size();
        assertThat(teams.send(authorization, activity).status()).isEqualTo(status);
        assertThat(teams.ingress.aws.messages).hasSize(before);
    }
}
