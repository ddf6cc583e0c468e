package dev.belay.wiring.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.credential.Finding;
import dev.belay.credential.Rotation;
import dev.belay.simulator.http.Faults.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every call of a renewal over Slack, Secrets Manager and DynamoDB is broken in three ways: its request is lost, its answer is lost, its
 * caller is killed with the answer in hand. An hour later the token is renewed, or its loss is told while the old token works.
 */
final class TokenRotationCrashTest {
    @Test
    void no_crash_leaves_a_dead_pair_unnoticed() {
        List<String> calls = undisturbed();
        List<String> lost = new ArrayList<>();
        for (int call = 0; call < calls.size(); call++) {
            for (Fault how : List.of(Fault.REQUEST_LOST, Fault.RESPONSE_LOST, Fault.CALLER_KILLED)) {
                String what = call + " " + calls.get(call) + " " + how;
                if (isLost(call, how, what)) {
                    lost.add(calls.get(call) + " " + how);
                }
            }
        }
        assertThat(lost)
                .as("only whoever is killed with the new pair in hand loses it")
                .containsExactly("slack oauth.v2.access CALLER_KILLED");
    }

    private static List<String> undisturbed() {
        try (RotatingInstallation installation = due()) {
            assertThat(installation.run()).isInstanceOf(Rotation.Renewed.class);
            List<String> calls = installation.faults.calls();
            assertThat(calls).contains("slack oauth.v2.access", "secretsmanager UpdateSecretVersionStage");
            return calls;
        }
    }

    private static RotatingInstallation due() {
        RotatingInstallation installation = new RotatingInstallation();
        installation.clock.advance(Duration.ofHours(7));
        installation.faults.heal();
        return installation;
    }

    /** Plays one case to its end; tells whether the pair was lost, which must have been told. */
    private static boolean isLost(int call, Fault how, String what) {
        try (RotatingInstallation installation = due()) {
            installation.faults.breakCall(call, how);
            installation.run();
            assertThat(installation.faults.breaksAhead()).as(what).isZero();
            installation.faults.heal();

            installation.clock.advance(RotatingInstallation.AN_HOUR);
            Rotation came = installation.run();
            Finding finding = installation.finding(came);
            assertThat(finding).as("%s: the token works: %s", what, came).isInstanceOf(Finding.Taken.class);
            if (came instanceof Rotation.Stuck stuck) {
                assertThat(stuck.why())
                        .as(what)
                        .contains("a renewal was begun at", "secrets put slack/T01ACME --stack belay' before");
                assertThat(((Finding.Taken) finding).ends()).as(what).contains(stuck.expiresAt());
                installation.installAnew();
                assertThat(installation.run()).as(what).isEqualTo(new Rotation.Kept());
            } else {
                assertThat(came).as(what).isInstanceOfAny(Rotation.Renewed.class, Rotation.Kept.class);
                assertThat(((Finding.Taken) finding).ends()).as(what).isEmpty();
            }
            assertThat(installation.isAlive()).as("%s: %s", what, came).isTrue();
            return came instanceof Rotation.Stuck;
        }
    }
}
