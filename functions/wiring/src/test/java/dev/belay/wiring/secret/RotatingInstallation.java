package dev.belay.wiring.secret;

import com.grack.nanojson.JsonObject;
import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.credential.CredentialId;
import dev.belay.credential.Finding;
import dev.belay.credential.Rotation;
import dev.belay.document.ConnectionSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.failure.CredentialsRefused;
import dev.belay.health.Counters;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.simulator.aws.Credentials;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.SimulatedSlack;
import dev.belay.simulator.slack.workspace.TokenRotation.Pair;
import dev.belay.slack.SlackTokenCheck;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackClient;
import dev.belay.time.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/** A workspace whose token rotates, on simulated AWS and Slack that share one line of faults, and the run of an hour's check. */
final class RotatingInstallation implements AutoCloseable {
    static final String FUNCTION = "token-health-check";
    static final String SECRET = "belay/slack/" + AcmeWorkspace.TEAM;
    static final Duration AN_HOUR = Duration.ofHours(1);
    static final CredentialId TOKEN = new CredentialId(CredentialId.Kind.SLACK, AcmeWorkspace.TEAM);

    final MovedClock clock = MovedClock.at(Instant.now());
    final Faults faults = new Faults();
    final SimulatedAws aws = SimulatedAws.start(0, faults, clock);
    final SimulatedSlack slack = SimulatedSlack.start(0, faults, clock);
    private final Stack stack = new Stack("belay").createTables(aws, Stack.Expiry.OFF);
    private final Aws there = new Aws(access(), clock);
    private final RateLimitStore limits = there.limits(stack.eventTable());
    private final Random random = new Random(13);
    private final Counters uncounted = (_, _) -> {};
    private final TokenRotation rotation;
    private final ConnectionSettings settings =
            SettingsDocument.read("""
            {"schema":1,"start_at":"2026-11-01T00:00:00Z","servicenow":{"instance":"acme","url":"http://127.0.0.1:1",
            "user":"belay.integration"},"slack":{"app_id":"A01BELAY","workspaces":["T01ACME"],"api_url":"%s"},
            "routes":[{"table":"incident","priorities":[1],"slack":{"workspace_id":"T01ACME"}}]}""".formatted(slack.apiUrl())).connections();

    RotatingInstallation() {
        rotation = new TokenRotation(
                new TokenRotation.Stores(
                        there.secrets(uncounted), there.stagedSecrets(), there.leases(stack.eventTable()), limits),
                () -> "belay/slack/*",
                () -> "belay/slack-app",
                uncounted,
                clock,
                random,
                "belay");
        aws.putSecret(
                "belay/slack-app",
                "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                        .formatted(AcmeWorkspace.APP.clientId(), AcmeWorkspace.APP.clientSecret()));
        installAnew();
    }

    private AwsAccess access() {
        Credentials role = aws.credentialsFor(FUNCTION);
        AwsAccess.Keys keys = new AwsAccess.Keys(role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
        return new AwsAccess(SimulatedAws.REGION, Optional.of(aws.url()), Optional.empty()).with(keys);
    }

    /** A person installs the app and stores the pair that Slack shows. */
    void installAnew() {
        Pair pair = slack.workspace().rotation().install();
        aws.putSecret(
                SECRET,
                "{\"bot_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_at\":\"%s\"}"
                        .formatted(pair.accessToken(), pair.refreshToken(), pair.expiresAt()));
    }

    /** One run of the function. */
    Rotation run() {
        return Objects.requireNonNull(rotation.run(settings).get(TOKEN));
    }

    /** What the check of the token, as the workers read it, finds after a rotation. */
    Finding finding(Rotation came) {
        return came.over(checked(), clock.instant());
    }

    private Finding checked() {
        try {
            SlackCalls calls = new SlackCalls(
                    new SlackClient(slack.apiUrl(), clock),
                    new SecretTokens(there.secrets(uncounted), () -> "belay/slack/*", Refusals.countedOnly(uncounted)),
                    limits,
                    uncounted,
                    clock);
            return new SlackTokenCheck(calls).check(AcmeWorkspace.TEAM, Optional.empty());
        } catch (CredentialsRefused e) {
            return new Finding.Refused(e.said());
        }
    }

    /** A member of the current version, or of that in another stage. */
    String stored(String stage, String member) {
        JsonObject arguments = new JsonObject();
        arguments.put("SecretId", SECRET);
        arguments.put("VersionStage", stage);
        String text = aws.client("test")
                .call("secretsmanager", "GetSecretValue", arguments)
                .getString("SecretString", "");
        return text.replaceAll(".*\"" + member + "\":\"([^\"]*)\".*", "$1");
    }

    /** Whether the stored token works and can be renewed when its time comes. */
    boolean isAlive() {
        return checked() instanceof Finding.Taken
                && slack.workspace().rotation().isGood(stored("AWSCURRENT", "refresh_token"));
    }

    @Override
    public void close() {
        there.close();
        slack.close();
        aws.close();
    }
}
