package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.aws.SimulatedAws;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.workspace.TokenRotation.Pair;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slack's token rotates while records are opened: conversations come all the same, hour after hour, and no call is refused. */
final class RotationTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final PassingClock clock = new PassingClock(Clock.systemUTC());
    private final SimulatedAws aws = SimulatedAws.start(0, new Faults(), clock).ready();
    private final Bench bench = Bench.beside(aws, new Faults(), clock);
    private final String secret = bench.world().stack().name() + "/slack/" + AcmeWorkspace.TEAM;

    RotationTest() {
        aws.putSecret(
                bench.world().stack().name() + "/slack-app",
                "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                        .formatted(AcmeWorkspace.APP.clientId(), AcmeWorkspace.APP.clientSecret()));
        Pair pair = bench.slack().workspace().rotation().install();
        aws.putSecret(
                secret,
                "{\"bot_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_at\":\"%s\"}"
                        .formatted(pair.accessToken(), pair.refreshToken(), pair.expiresAt()));
    }

    @AfterEach
    void close() {
        bench.close();
        aws.close();
    }

    private String storedToken() {
        JsonObject asked = JsonObject.builder().value("SecretId", secret).done();
        String text = aws.client("tester")
                .call("secretsmanager", "GetSecretValue", asked)
                .getString("SecretString");
        try {
            return JsonParser.object().from(text).getString("bot_token");
        } catch (JsonParserException e) {
            throw new AssertionError("the stored pair is no JSON", e);
        }
    }

    private void aRecordGetsItsConversation() {
        String incident = bench.open(1, 1, "Checkout down");
        bench.hints();
        assertThat(bench.channelOf(incident).cards()).hasSize(1);
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void a_day_and_a_half_of_renewals_and_every_record_has_its_conversation() {
        Set<String> tokens = new HashSet<>();
        for (int hour = 0; hour < 36; hour++) {
            bench.check();
            tokens.add(storedToken());
            if (hour % 3 == 0) {
                aRecordGetsItsConversation();
            }
            bench.pass(AN_HOUR);
        }
        assertThat(tokens).as("the first and those that it was renewed to").hasSizeBetween(5, 7);
        assertThat(bench.setAside()).isZero();
        assertThat(bench.published()).as("nobody has to do anything").isEmpty();
        assertThat(bench.slack().calls()).noneMatch(call -> call.outcome().startsWith("token_"));
    }

    @Test
    void a_renewal_that_is_lost_is_told_while_the_old_token_works() {
        bench.check();
        bench.slack().workspace().rotation().grace(Duration.ZERO);
        bench.pass(Duration.ofHours(7));
        bench.slack().failures().next("oauth.v2.access", 1, new Failure.DroppedAfter());
        bench.check();
        assertThat(bench.published()).singleElement().satisfies(told -> assertThat(told.message())
                .contains("slack/" + AcmeWorkspace.TEAM + " for Slack must be replaced", "refresh_token"));
        aRecordGetsItsConversation();
        assertThat(bench.setAside()).isZero();
        bench.pass(AN_HOUR);
        bench.check();
        assertThat(bench.published()).as("once").hasSize(1);
    }

    @Test
    void workers_read_the_promoted_pair_when_the_old_one_is_refused() {
        aRecordGetsItsConversation();
        String before = storedToken();
        bench.pass(Duration.ofHours(13)); // nothing checked meanwhile
        bench.check();
        assertThat(storedToken()).isNotEqualTo(before);
        aRecordGetsItsConversation();
    }
}
