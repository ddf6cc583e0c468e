package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.credential.CredentialId;
import dev.belay.credential.Rotation;
import dev.belay.document.ConnectionSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.workspace.TokenRotation.Pair;
import dev.belay.simulator.time.PassingClock;
import dev.belay.wiring.TokenRotation;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slack's token rotates while records are opened: conversations come all the same, hour after hour, and no call is refused. */
final class RotationTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final CredentialId TOKEN = new CredentialId(CredentialId.Kind.SLACK, AcmeWorkspace.TEAM);

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final Faults faults = new Faults();
    private final SimulatedAws aws = SimulatedAws.start(0, faults, clock).ready();
    private final Bench bench = Bench.beside(aws, faults, clock);
    private final Aws there = new Aws(access(), clock);
    private final String stack = bench.world().stack().name();
    private final TokenRotation rotation = new TokenRotation(
            new TokenRotation.Stores(
                    there.secrets((_, _) -> {}),
                    there.stagedSecrets(),
                    there.leases(bench.world().stack().eventTable()),
                    there.limits(bench.world().stack().eventTable())),
            () -> stack + "/slack/*",
            () -> stack + "/slack-app",
            (_, _) -> {},
            clock,
            new Random(13));

    RotationTest() {
        aws.putSecret(
                stack + "/slack-app",
                "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                        .formatted(AcmeWorkspace.APP.clientId(), AcmeWorkspace.APP.clientSecret()));
        Pair pair = bench.slack().workspace().rotation().install();
        aws.putSecret(
                stack + "/slack/" + AcmeWorkspace.TEAM,
                "{\"bot_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_at\":\"%s\"}"
                        .formatted(pair.accessToken(), pair.refreshToken(), pair.expiresAt()));
    }

    private AwsAccess access() {
        Credentials keys = aws.operator("whoever rotates");
        return new AwsAccess(SimulatedAws.REGION, Optional.of(aws.url()), Optional.empty())
                .with(new AwsAccess.Keys(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken()));
    }

    @AfterEach
    void close() {
        there.close();
        bench.close();
        aws.close();
    }

    private ConnectionSettings settings() {
        return SettingsDocument.read("""
                {"schema":1,"start_at":"2026-11-01T00:00:00Z","servicenow":{"instance":"acme","url":"http://127.0.0.1:1",
                "user":"belay.integration"},"slack":{"app_id":"A01BELAY","workspaces":["T01ACME"],"api_url":"%s"},
                "routes":[{"table":"incident","priorities":[1],"slack":{"workspace_id":"T01ACME"}}]}""".formatted(bench.slack().apiUrl())).connections();
    }

    private Rotation rotate() {
        return Objects.requireNonNull(rotation.run(settings()).get(TOKEN));
    }

    private void aRecordGetsItsConversation() {
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void a_day_and_a_half_of_renewals_and_every_record_has_its_conversation() {
        int renewed = 0;
        for (int hour = 0; hour < 36; hour++) {
            renewed += rotate() instanceof Rotation.Renewed ? 1 : 0;
            if (hour % 3 == 0) {
                aRecordGetsItsConversation();
            }
            bench.pass(AN_HOUR);
        }
        assertThat(renewed).isBetween(4, 6);
        assertThat(bench.setAside()).isZero();
        assertThat(bench.slack().calls()).noneMatch(call -> call.outcome().startsWith("token_"));
    }

    @Test
    void a_renewal_that_is_lost_stops_nothing_while_the_old_token_works() {
        bench.slack().workspace().rotation().grace(Duration.ZERO);
        bench.pass(Duration.ofHours(7));
        bench.slack().failures().next("oauth.v2.access", 1, new Failure.DroppedAfter());
        assertThat(rotate()).isInstanceOf(Rotation.Stuck.class);
        aRecordGetsItsConversation();
        assertThat(bench.setAside()).isZero();
    }

    @Test
    void workers_read_the_promoted_pair_when_the_old_one_is_refused() {
        aRecordGetsItsConversation();
        bench.pass(Duration.ofHours(13)); // nothing checked meanwhile
        assertThat(rotate()).isInstanceOf(Rotation.Renewed.class);
        aRecordGetsItsConversation();
    }
}
