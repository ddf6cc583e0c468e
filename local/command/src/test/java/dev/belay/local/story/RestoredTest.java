package dev.belay.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.belay.local.room.Person;
import dev.belay.local.world.Acme;
import dev.belay.local.world.Installation;
import dev.belay.simulator.slack.AcmeWorkspace;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.slack.workspace.TokenRotation.Pair;
import dev.belay.simulator.teams.AcmeTeams;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A worker goes on from a snapshot, or after hours in which Lambda froze it: its connections are dead, its clock is hours ahead, its tokens
 * ended and every secret was replaced. Its next message is done as if it were new.
 */
final class RestoredTest extends OnEachPlatform {
    private static final Duration HOURS = Duration.ofHours(7);

    /** A worker of each kind, all made at once. */
    private record Workers(
            RequestHandler<SQSEvent, SQSBatchResponse> hints,
            RequestHandler<SQSEvent, SQSBatchResponse> presses,
            RequestHandler<SQSEvent, SQSBatchResponse> messages,
            RequestHandler<SQSEvent, SQSBatchResponse> files) {
        static Workers of(Installation installation) {
            return new Workers(
                    installation.incidentOpened(),
                    installation.cardAction(),
                    installation.conversationMessage(),
                    installation.conversationFile());
        }
    }

    private Workers workers;

    @BeforeEach
    void a_snapshot_is_taken_of_primed_workers_while_nobody_answers() {
        bench.world().installation().primes();
        faults.heal();
        List<Workers> made = new ArrayList<>();
        faults.restart(() -> made.add(Workers.of(bench.world().installation())));
        workers = made.getFirst();
        assertThat(faults.calls()).isEmpty();
    }

    @AfterEach
    void nothing_waits_and_nothing_is_in_a_dead_letter_queue() {
        assertThat(bench.waiting()).isZero();
        assertThat(bench.setAside()).isZero();
    }

    /** Hours pass; all systems were started anew meanwhile, and whoever looks after the secrets replaced them all. */
    private void restored() {
        faults.restart(() -> {});
        bench.pass(HOURS);
        String stack = bench.world().stack().name();
        bench.world().serviceNow().application(Acme.CLIENT_ID, "replaced", Acme.INTEGRATION_USER);
        bench.world().serviceNow().revokeToken();
        bench.world()
                .aws()
                .putSecret(
                        stack + "/servicenow/" + Acme.INSTANCE,
                        "{\"client_id\":\"" + Acme.CLIENT_ID + "\",\"client_secret\":\"replaced\"}");
        switch (platform) {
            case SLACK -> {
                Pair pair = bench.slack().workspace().rotation().install();
                bench.slack().workspace().botToken(Grant.Standing.REVOKED);
                bench.world()
                        .aws()
                        .putSecret(
                                stack + "/slack/" + AcmeWorkspace.TEAM,
                                "{\"bot_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_at\":\"%s\"}"
                                        .formatted(pair.accessToken(), pair.refreshToken(), pair.expiresAt()));
            }
            case TEAMS -> {
                bench.world().teams().credentials().addSecret("replaced");
                bench.world().teams().credentials().remove(AcmeTeams.APP.secret());
                bench.world().teams().accessTokens().revoke();
                bench.world().aws().putSecret(stack + "/teams/" + AcmeTeams.TENANT, "{\"client_secret\":\"replaced\"}");
            }
        }
    }

    /** One incident's life with these workers alone, each message delivered once. */
    private void anIncident(String title) {
        String incident = bench.open(1, 1, title);
        deliver(workers.hints(), bench::hint);
        String channel = bench.channelOf(incident).id();
        String card = bench.cardOf(incident, channel).id();
        assertThat(bench.room()
                        .prepare(Person.ALICE, channel, card, "ack")
                        .send()
                        .accepted())
                .isTrue();
        assertThat(bench.press(workers.presses())).as("the press").isPositive();
        assertThat(bench.incident(incident).value("assigned_to")).isNotEmpty();
        bench.hints();
        bench.room().say(Person.ALICE, channel, "", "Looking at " + title);
        bench.pass(Duration.ofSeconds(6));
        assertThat(bench.message(workers.messages())).as("the message").isPositive();
        assertThat(bench.notes(incident)).anyMatch(note -> note.contains("Looking at " + title));
        byte[] file = title.getBytes(StandardCharsets.UTF_8);
        bench.room().share(Person.ALICE, channel, Optional.empty(), "log.txt", file);
        deliver(workers.files(), bench::file);
        assertThat(bench.attachments(incident)).hasSize(1);
        bench.files();
        bench.messages();
        bench.hints();
    }

    /** Whatever comes at once; what is to come again later does not. */
    private static void deliver(
            RequestHandler<SQSEvent, SQSBatchResponse> worker,
            ToIntFunction<RequestHandler<SQSEvent, SQSBatchResponse>> delivery) {
        int came = 0;
        for (int more = delivery.applyAsInt(worker); more > 0; more = delivery.applyAsInt(worker)) {
            came += more;
        }
        assertThat(came).isPositive();
    }

    @Test
    void what_was_primed_works_with_what_is_true_when_it_goes_on() {
        restored();
        anIncident("Checkout down");
    }

    @Test
    void what_worked_before_it_was_frozen_works_after_it() {
        anIncident("Checkout down");
        restored();
        anIncident("Payments down");
    }
}
