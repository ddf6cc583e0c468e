package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.signing.Forgery;
import dev.belay.simulator.teams.signing.SigningKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Source: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication, Connector to Bot. */
class SigningTest {
    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    private String serviceUrl() {
        return stage.teams.connectorUrl().toString();
    }

    private JsonArray published() {
        String metadata = stage.call("GET", stage.teams.openIdUrl().toString(), "", "")
                .json()
                .getString("jwks_uri");
        return stage.call("GET", metadata, "", "").json().getArray("keys");
    }

    /** Whether a token is one that its bot must believe. */
    private boolean isGood(String token) {
        String[] parts = token.split("\\.", -1);
        JsonObject header = object(parts[0]);
        JsonObject claims = object(parts[1]);
        long now = stage.clock.instant().getEpochSecond();
        Optional<JsonObject> key = published().stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("kid").equals(header.getString("kid")))
                .findFirst();
        return "RS256".equals(header.getString("alg"))
                && key.filter(each ->
                                each.getArray("endorsements", new JsonArray()).contains("msteams"))
                        .filter(each -> verifies(parts, each))
                        .isPresent()
                && "https://api.botframework.com".equals(claims.getString("iss"))
                && AcmeTeams.APP.id().equals(claims.getString("aud"))
                && serviceUrl().equals(claims.getString("serviceurl"))
                && claims.getLong("nbf") <= now + 300
                && now - 300 < claims.getLong("exp");
    }

    private static boolean verifies(String[] parts, JsonObject key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(publicKey(key));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey publicKey(JsonObject key) throws GeneralSecurityException {
        BigInteger modulus = new BigInteger(1, Base64.getUrlDecoder().decode(key.getString("n")));
        BigInteger exponent = new BigInteger(1, Base64.getUrlDecoder().decode(key.getString("e")));
        assertThat(modulus.bitLength()).isEqualTo(2048);
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    private static JsonObject object(String part) {
        return Stage.json(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    @Test
    void a_genuine_token_verifies_against_the_published_keys() {
        assertThat(isGood(stage.teams.activityTokens().token(serviceUrl()))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void a_forged_token_fails_in_its_way(Forgery how) {
        assertThat(isGood(stage.teams.activityTokens().forged(how, serviceUrl())))
                .isFalse();
    }

    @Test
    void a_new_key_signs_from_now_on_and_the_old_one_is_still_believed_until_it_is_withdrawn() {
        SigningKey old = stage.teams.keys().current();
        String before = stage.teams.activityTokens().token(serviceUrl());
        SigningKey next = stage.teams.keys().rotate();
        String after = stage.teams.activityTokens().token(serviceUrl());
        assertThat(object(after.split("\\.", -1)[0]).getString("kid")).isEqualTo(next.id());
        assertThat(isGood(before)).isTrue();
        assertThat(isGood(after)).isTrue();
        stage.teams.keys().withdraw(old);
        assertThat(isGood(before)).isFalse();
    }

    @Test
    void a_key_for_other_channels_is_published_without_teams_among_its_endorsements() {
        SigningKey other = stage.teams.keys().addForOtherChannels();
        assertThat(isGood(stage.teams.activityTokens().token(serviceUrl(), other)))
                .isFalse();
        SigningKey bare = stage.teams.keys().addWithoutEndorsements();
        assertThat(published().stream().map(JsonObject.class::cast))
                .filteredOn(key -> key.getString("kid").equals(bare.id()))
                .singleElement()
                .satisfies(key -> assertThat(key.has("endorsements")).isFalse());
    }

    @Test
    void a_token_for_another_client_of_the_same_app_names_that_clients_service_url() {
        String token = stage.teams.activityTokens().token("http://localhost:56150/_connector");
        assertThat(object(token.split("\\.", -1)[1]).getString("serviceurl"))
                .isEqualTo("http://localhost:56150/_connector");
    }
}
