package dev.belay.local.doctor;

import dev.belay.aws.deployed.DeployedMetrics;
import dev.belay.chat.Platform;
import dev.belay.health.Metric;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretPlace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What ingress counted lately that no other look can find: that ServiceNow says nothing, and that somebody signs with another key than
 * the stored one.
 */
final class CountCheck {
    private static final String AREA = "counts";
    private static final String INGRESS = "ingress";

    /** A heartbeat comes each minute, and CloudWatch knows of it a minute or two later. */
    private static final Duration HEARTBEATS = Duration.ofMinutes(5);

    private static final Duration MISMATCHES = Duration.ofMinutes(15);

    private final DeployedMetrics metrics;
    private final String stack;

    CountCheck(DeployedMetrics metrics, String stack) {
        this.metrics = metrics;
        this.stack = stack;
    }

    /** @param platforms those of the settings, or that the stack was deployed for */
    List<Result> results(Set<Platform> platforms) {
        List<Result> results = new ArrayList<>();
        results.add(Result.of(AREA, "ServiceNow's heartbeat", this::heartbeat));
        results.add(mismatch(
                "ServiceNow",
                "servicenow",
                "enter the same key id and key in the credential of the application and with '"
                        + SecretPlace.put(stack, SecretKind.SERVICENOW_EVENTS.name("<instance>")) + "'"));
        for (Platform platform : Platform.values()) {
            if (platforms.contains(platform)) {
                results.add(mismatch(platform.label(), platform.id(), remedy(platform)));
            }
        }
        return results;
    }

    private Result heartbeat() {
        long count = metrics.count(Metric.SERVICE_NOW_HEARTBEAT, INGRESS, Optional.empty(), HEARTBEATS);
        String subject = "ServiceNow's heartbeat";
        return count > 0
                ? Result.good(AREA, subject, "it came within five minutes")
                : Result.wrong(
                        AREA,
                        subject,
                        "none was taken within five minutes, so no event comes either",
                        "install the application in ServiceNow and press 'Send test event' there, which says what is wrong:"
                                + " docs/runbook/heartbeat-missing.md");
    }

    private Result mismatch(String label, String kind, String remedy) {
        String subject = label + "'s signatures";
        return Result.of(AREA, subject, () -> {
            long count = metrics.count(Metric.SIGNATURE_MISMATCH, INGRESS, Optional.of(kind), MISMATCHES);
            return count == 0
                    ? Result.good(AREA, subject, "none was of another key within fifteen minutes")
                    : Result.wrong(
                            AREA,
                            subject,
                            count + " within fifteen minutes were of another key, secret or id than the stored one",
                            remedy + ": docs/runbook/signature-mismatch.md");
        });
    }

    private String remedy(Platform platform) {
        return switch (platform) {
            case SLACK ->
                "store the Signing Secret of this very app with '"
                        + SecretPlace.put(stack, SecretKind.SLACK_SIGNING.name("")) + "'";
            case TEAMS -> "give the stack the bot's app id as TeamsAppId and its tenants as TeamsTenants";
        };
    }
}
