package dev.belay.aws.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.aws.Aws;
import dev.belay.aws.AwsAccess;
import dev.belay.aws.OutgoingMessage;
import dev.belay.delivery.Deadline;
import dev.belay.delivery.DeadlineContract;
import dev.belay.delivery.Delivery;
import dev.belay.failure.Unavailable;
import dev.belay.simulator.http.RawServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No call of AWS's clients outlives the delivery that it is made for. */
final class TimeLeftTest implements DeadlineContract {
    private static final String REFUSED =
            RawServer.json(400, "", "{\"__type\":\"ResourceNotFoundException\",\"message\":\"none\"}");

    private final CountDownLatch end = new CountDownLatch(1);
    private final RawServer server = new RawServer(_ -> REFUSED);
    private final RawServer silent = new RawServer(_ -> never());
    private final Aws aws = at(server);
    private final Aws unheard = at(silent);

    @AfterEach
    void all_stops() {
        end.countDown();
        aws.close();
        unheard.close();
        server.close();
        silent.close();
    }

    @Override
    public Map<String, Runnable> calls() {
        return Map.of(
                "dynamodb", () -> aws.failures("events").record("message"),
                "secretsmanager", () -> aws.secrets((_, _) -> {}).secret("arn"),
                "ssm", () -> aws.parameters((_, _) -> {}).text("/settings"),
                "sqs", () -> aws.queues().changeVisibility("https://queue", "receipt", Duration.ZERO),
                "sqs again",
                        () -> aws.queues()
                                .send(
                                        "https://queue",
                                        new OutgoingMessage("body", Optional.empty(), Optional.empty(), Map.of())));
    }

    @Override
    public int requests() {
        return server.requests().size();
    }

    @Test
    void what_never_answers_is_given_up_in_time_and_not_tried_again() {
        Duration left = Deadline.TO_STORE;
        assertThatThrownBy(() -> Delivery.of("message", Instant.EPOCH, () -> left)
                        .run(() -> unheard.failures("events").record("message")))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("ApiCallTimeoutException");
        assertThat(silent.requests()).hasSizeLessThanOrEqualTo(1);
    }

    private String never() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    private static Aws at(RawServer server) {
        AwsAccess access = new AwsAccess("eu-central-1", Optional.of(server.at("")), Optional.empty())
                .with(new AwsAccess.Keys("key", "secret", Optional.empty()));
        return new Aws(access, Clock.systemUTC());
    }
}
