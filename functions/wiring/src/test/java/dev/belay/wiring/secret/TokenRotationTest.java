package dev.belay.wiring.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.credential.Finding;
import dev.belay.credential.Rotation;
import dev.belay.simulator.aws.call.Permission;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.time.Crowd;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rotating token over simulated Slack and Secrets Manager: it never ends by itself, and whoever must act is told in time. */
final class TokenRotationTest {
    private final RotatingInstallation installation = new RotatingInstallation();

    @AfterEach
    void close() {
        installation.close();
    }

    private void pass(Duration time) {
        installation.clock.advance(time);
    }

    @Test
    void three_days_of_hourly_checks_leave_no_hour_without_a_token() {
        int renewed = 0;
        for (int hour = 0; hour < 72; hour++) {
            Rotation came = installation.run();
            renewed += came instanceof Rotation.Renewed ? 1 : 0;
            assertThat(installation.finding(came))
                    .isInstanceOfSatisfying(Finding.Taken.class, taken -> assertThat(taken.ends())
                            .isEmpty());
            assertThat(installation.isAlive()).isTrue();
            pass(RotatingInstallation.AN_HOUR);
        }
        assertThat(renewed).isBetween(9, 12);
    }

    @Test
    void the_new_pair_is_stored_before_slack_hears_of_it() {
        pass(Duration.ofHours(7));
        String before = installation.stored("AWSCURRENT", "bot_token");
        installation.faults.heal();
        assertThat(installation.run()).isInstanceOf(Rotation.Renewed.class);
        assertThat(installation.faults.calls().stream()
                        .filter(call -> call.matches("slack .*|.*(Put|Update).*(Value|Stage)"))
                        .toList())
                .containsExactly(
                        "secretsmanager PutSecretValue",
                        "slack oauth.v2.access",
                        "secretsmanager PutSecretValue",
                        "slack auth.test",
                        "secretsmanager UpdateSecretVersionStage");
        assertThat(installation.stored("AWSPREVIOUS", "bot_token")).isEqualTo(before);
        assertThat(installation.stored("AWSCURRENT", "expires_at"))
                .isEqualTo(installation
                        .clock
                        .instant()
                        .plus(Duration.ofHours(12))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
    }

    @Test
    void it_needs_these_rights_and_no_other() {
        pass(Duration.ofHours(7));
        installation.aws.takeUsed();
        installation.run();
        Set<String> used = installation.aws.takeUsed().getOrDefault(RotatingInstallation.FUNCTION, Set.of()).stream()
                .map(Permission::toString)
                .filter(text -> text.contains("secretsmanager"))
                .collect(Collectors.toSet());
        assertThat(used)
                .hasSize(4)
                .allMatch(text -> text.matches(
                        ".*secretsmanager:(GetSecretValue|PutSecretValue|UpdateSecretVersionStage).*belay/slack/T01ACME.*"
                                + "|.*secretsmanager:GetSecretValue.*belay/slack-app.*"));
    }

    @Test
    void many_at_once_renew_it_once() throws InterruptedException, ExecutionException {
        pass(Duration.ofHours(7));
        List<Rotation> came = Crowd.of(8, installation::run);
        assertThat(came).filteredOn(Rotation.Renewed.class::isInstance).hasSize(1);
        assertThat(came)
                .allMatch(each -> each instanceof Rotation.Renewed
                        || each instanceof Rotation.Busy
                        || each instanceof Rotation.Kept);
        assertThat(installation.slack.calls("oauth.v2.access")).hasSize(1);
        assertThat(installation.isAlive()).isTrue();
    }

    @Test
    void a_pair_that_is_lost_is_told_while_the_old_token_works_and_a_new_one_heals() {
        installation.slack.workspace().rotation().grace(Duration.ZERO);
        Instant end = Instant.parse(installation.stored("AWSCURRENT", "expires_at"));
        pass(Duration.ofHours(7));
        installation.slack.failures().next("oauth.v2.access", 1, new Failure.DroppedAfter());
        Rotation came = installation.run();
        assertThat(came).isInstanceOfSatisfying(Rotation.Stuck.class, stuck -> assertThat(stuck.why())
                .contains("invalid_refresh_token", "./belay secrets put slack/T01ACME --stack belay' before " + end)
                .doesNotContain("xoxe"));
        assertThat(installation.finding(came))
                .isInstanceOfSatisfying(
                        Finding.Taken.class, taken -> assertThat(taken.ends()).contains(end));
        pass(Duration.ofHours(6));
        assertThat(installation.finding(installation.run())).isInstanceOf(Finding.Refused.class);
        installation.installAnew();
        assertThat(installation.finding(installation.run()))
                .isInstanceOfSatisfying(
                        Finding.Taken.class, taken -> assertThat(taken.ends()).isEmpty());
    }

    @Test
    void a_lost_answer_is_asked_for_again_in_the_grace() {
        pass(Duration.ofHours(7));
        installation.slack.failures().next("oauth.v2.access", 1, new Failure.DroppedAfter());
        assertThat(installation.run()).isInstanceOf(Rotation.Renewed.class);
        assertThat(installation.isAlive()).isTrue();
    }

    @Test
    void an_outage_of_slack_that_is_shorter_than_five_hours_ends_no_token() {
        pass(Duration.ofHours(6).plusMinutes(5));
        for (int hour = 0; hour < 5; hour++) {
            installation.slack.failures().next("*", 20, new Failure.Refused("service_unavailable"));
            assertThat(installation.run()).isInstanceOfAny(Rotation.Delayed.class, Rotation.Stuck.class);
            installation.slack.failures().clear();
            pass(RotatingInstallation.AN_HOUR);
        }
        assertThat(installation.run()).isInstanceOf(Rotation.Renewed.class);
        assertThat(installation.isAlive()).isTrue();
    }

    @Test
    void a_missing_secret_of_the_app_is_told_at_once_and_uses_up_nothing() {
        pass(Duration.ofHours(7));
        JsonObject secret = new JsonObject();
        secret.put("SecretId", "belay/slack-app");
        installation.aws.client("test").call("secretsmanager", "DeleteSecret", secret);
        assertThat(installation.run()).isInstanceOfSatisfying(Rotation.Stuck.class, stuck -> assertThat(stuck.why())
                .contains("belay/slack-app is missing"));
        assertThat(installation.slack.calls("oauth.v2.access")).isEmpty();
        installation.aws.putSecret("belay/slack-app", "{\"client_id\":\"xoxb-top-secret\",\"client_secret\":\"s\"}");
        assertThat(installation.run()).isInstanceOfSatisfying(Rotation.Stuck.class, stuck -> assertThat(stuck.why())
                .contains("client_id is a bot token")
                .doesNotContain("top-secret"));
        installation.aws.putSecret(
                "belay/slack-app",
                "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                        .formatted(AcmeWorkspace.APP.clientId(), AcmeWorkspace.APP.clientSecret()));
        assertThat(installation.run()).isInstanceOf(Rotation.Renewed.class);
    }

    @Test
    void a_pair_that_a_person_stores_meanwhile_stays() {
        pass(Duration.ofHours(7));
        installation.slack.failures().next("auth.test", 1, new Failure.Refused("service_unavailable"));
        assertThat(installation.run()).as("staged, not yet proved").isInstanceOf(Rotation.Delayed.class);
        installation.installAnew();
        String mine = installation.stored("AWSCURRENT", "bot_token");
        assertThat(installation.run()).isEqualTo(new Rotation.Kept());
        assertThat(installation.stored("AWSCURRENT", "bot_token")).isEqualTo(mine);
        assertThat(installation.isAlive()).isTrue();
    }
}
