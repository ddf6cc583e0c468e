package dev.belay.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.credential.TokenIssuer.Proof;
import dev.belay.credential.TokenIssuer.Renewal;
import dev.belay.credential.TokenPair;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.simulator.http.RawServer;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.workspace.TokenRotation;
import dev.belay.slack.call.SlackClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is renewed with the app's own secret, and what Slack says of either is told apart. */
final class SlackTokenIssuerTest {
    private static final String TEAM = AcmeWorkspace.TEAM;

    private final SlackStage stage = new SlackStage();
    private final TokenRotation rotation = stage.slack.workspace().rotation();
    private final List<String> counted = new ArrayList<>();
    private SlackAppSecret own = new SlackAppSecret(AcmeWorkspace.APP.clientId(), AcmeWorkspace.APP.clientSecret());
    private final SlackTokenIssuer issuer = issuer(new SlackClient(stage.slack.apiUrl(), stage.clock));

    private SlackTokenIssuer issuer(SlackClient client) {
        return new SlackTokenIssuer(
                client, () -> own, stage.limits, (metric, kind) -> counted.add(metric.id() + " " + kind), stage.clock);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private TokenPair install() {
        TokenRotation.Pair pair = rotation.install();
        return new TokenPair(pair.accessToken(), pair.refreshToken(), pair.expiresAt());
    }

    @Test
    void a_refresh_token_gives_the_pair_that_follows() {
        TokenPair first = install();
        stage.clock.advance(Duration.ofHours(7));
        Renewal renewal = issuer.renew(TEAM, first);
        assertThat(renewal).isInstanceOfSatisfying(Renewal.Renewed.class, renewed -> {
            assertThat(renewed.pair().expiresAt())
                    .isEqualTo(stage.clock.instant().plus(Duration.ofHours(12)));
            assertThat(renewed.pair().accessToken()).startsWith("xoxe.xoxb-").isNotEqualTo(first.accessToken());
            assertThat(rotation.isGood(renewed.pair().refreshToken())).isTrue();
            assertThat(issuer.prove(TEAM, renewed.pair())).isEqualTo(new Proof.Taken());
        });
        assertThat(issuer.prove(TEAM, first)).as("it works until its end").isEqualTo(new Proof.Taken());
        assertThat(counted).isEmpty();
    }

    @Test
    void a_dead_refresh_token_is_refused_and_counted() {
        TokenPair first = install();
        rotation.revokeAll();
        assertThat(issuer.renew(TEAM, first)).isEqualTo(new Renewal.PairRefused("invalid_refresh_token"));
        assertThat(counted).containsExactly("TokenRejected invalid_refresh_token");
    }

    @Test
    void a_wrong_id_or_secret_of_the_app_says_nothing_of_the_pair() {
        TokenPair first = install();
        own = new SlackAppSecret(AcmeWorkspace.APP.clientId(), "wrong");
        assertThat(issuer.renew(TEAM, first)).isEqualTo(new Renewal.AppRefused("bad_client_secret"));
        own = new SlackAppSecret("1.2", "wrong");
        assertThat(issuer.renew(TEAM, first)).isEqualTo(new Renewal.AppRefused("invalid_client_id"));
        assertThat(rotation.isGood(first.refreshToken())).isTrue();
        assertThat(counted).containsExactly("TokenRejected bad_client_secret", "TokenRejected invalid_client_id");
        assertThat(own.toString()).doesNotContain("wrong");
    }

    @Test
    void a_lost_answer_leaves_it_unknown_and_is_never_asked_for_again_by_itself() {
        TokenPair first = install();
        stage.failNext("oauth.v2.access", new Failure.DroppedAfter());
        assertThatThrownBy(() -> issuer.renew(TEAM, first)).isInstanceOf(OutcomeUnknown.class);
        assertThat(rotation.isGood(first.refreshToken())).as("it was used up").isFalse();
        assertThat(stage.slack.calls("oauth.v2.access")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fatal_error", "internal_error", "request_timeout"})
    void an_error_that_may_have_done_it_leaves_it_unknown(String error) {
        TokenPair first = install();
        stage.failNext("oauth.v2.access", new Failure.RefusedAfter(error));
        assertThatThrownBy(() -> issuer.renew(TEAM, first)).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void a_limit_or_an_outage_that_says_so_is_a_retry_later() {
        TokenPair first = install();
        stage.failNext("oauth.v2.access", new Failure.Refused("service_unavailable"));
        assertThatThrownBy(() -> issuer.renew(TEAM, first)).isInstanceOf(Unavailable.class);
        stage.failNext("oauth.v2.access", new Failure.RateLimited(30));
        assertThatThrownBy(() -> issuer.renew(TEAM, first)).isInstanceOf(Unavailable.class);
        assertThat(rotation.isGood(first.refreshToken())).isTrue();
        SlackClient nobody = new SlackClient(URI.create("http://127.0.0.1:1/api/"), stage.clock);
        assertThatThrownBy(() -> issuer(nobody).prove(TEAM, first)).isInstanceOf(Unavailable.class);
    }

    @Test
    void an_error_that_nobody_knows_is_a_rejection_without_any_token() {
        TokenPair first = install();
        stage.failNext("oauth.v2.access", new Failure.Refused("token_rotation_not_enabled"));
        assertThatThrownBy(() -> issuer.renew(TEAM, first))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("token_rotation_not_enabled")
                .hasMessageNotContaining("xoxe");
    }

    @Test
    void what_a_token_is_worth_is_told_apart() {
        TokenPair first = install();
        assertThat(issuer.prove(TEAM, first)).isEqualTo(new Proof.Taken());
        assertThat(issuer.prove("T02OTHER", first)).isEqualTo(new Proof.Refused("it is for the workspace T01ACME"));
        stage.clock.advance(Duration.ofHours(12));
        assertThat(issuer.prove(TEAM, first)).isEqualTo(new Proof.Expired());
        TokenPair second = install();
        rotation.revokeAll();
        assertThat(issuer.prove(TEAM, second)).isEqualTo(new Proof.Refused("token_revoked"));
        assertThat(issuer.prove(TEAM, new TokenPair("xoxe.xoxb-none", "xoxe-none", Instant.EPOCH)))
                .isEqualTo(new Proof.Refused("invalid_auth"));
        assertThat(counted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ok":true,"access_token":"xoxe.xoxb-1","refresh_token":"xoxe-1","expires_in":43200}  | 43200
            {"ok":true,"access_token":"xoxe.xoxb-1","refresh_token":"xoxe-1","expires_in":600}    | 600
            {"ok":true,"access_token":"xoxe.xoxb-1","refresh_token":"xoxe-1","expires_in":999999} | 43200
            {"ok":true,"access_token":"xoxe.xoxb-1","refresh_token":"xoxe-1","expires_in":-5}     | 0
            {"ok":true,"access_token":"xoxe.xoxb-1","refresh_token":"xoxe-1"}                     | 43200
            """)
    void an_end_is_never_believed_beyond_twelve_hours(String answer, long seconds) {
        Renewal renewal = answered(answer);
        assertThat(renewal).isInstanceOfSatisfying(Renewal.Renewed.class, renewed -> assertThat(
                        renewed.pair().expiresAt())
                .isEqualTo(stage.clock.instant().plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ok\":true}",
                "{\"ok\":true,\"access_token\":\"xoxe.xoxb-1\"}",
                "{\"ok\":true,\"access_token\":\"\",\"refresh_token\":\"xoxe-1\"}",
                "<html>"
            })
    void an_answer_without_the_pair_leaves_it_unknown(String answer) {
        assertThatThrownBy(() -> answered(answer)).isInstanceOf(OutcomeUnknown.class);
    }

    private Renewal answered(String answer) {
        try (RawServer slack = new RawServer(_ -> RawServer.json(200, "", answer))) {
            return issuer(new SlackClient(slack.at("/api/"), stage.clock))
                    .renew(TEAM, new TokenPair("xoxe.xoxb-0", "xoxe-0", stage.clock.instant()));
        }
    }
}
