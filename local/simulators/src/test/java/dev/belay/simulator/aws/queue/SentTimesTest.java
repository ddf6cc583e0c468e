package dev.belay.simulator.aws.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.call.Operation;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.time.PassingClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class SentTimesTest {
    private static final Response SENT = Response.json(200, "{\"MessageId\":\"m1\"}");
    private static final Response RECEIVED = Response.json(
            200, "{\"Messages\":[{\"MessageId\":\"m1\",\"Attributes\":{\"SentTimestamp\":\"1\",\"Other\":\"2\"}}]}");

    private final PassingClock clock = new PassingClock(Clock.fixed(Instant.ofEpochMilli(1_000_000), ZoneOffset.UTC));
    private final SentTimes times = new SentTimes(clock);

    private void send() {
        times.stamped(new Operation("sqs", "SendMessage", new JsonObject()), SENT);
    }

    private String receive() {
        Response answer = times.stamped(new Operation("sqs", "ReceiveMessage", new JsonObject()), RECEIVED);
        return new String(answer.body(), UTF_8);
    }

    @Test
    void a_message_keeps_the_time_at_which_it_was_sent() {
        clock.pass(Duration.ofDays(20));
        send();
        clock.pass(Duration.ofHours(1));
        assertThat(receive()).contains("\"SentTimestamp\":\"1729000000\"");
    }

    @Test
    void a_message_that_is_received_before_its_sender_is_answered_is_sent_now() {
        clock.pass(Duration.ofDays(20));
        String early = receive();
        clock.pass(Duration.ofHours(1));
        send();
        assertThat(early).contains("\"SentTimestamp\":\"1729000000\"");
        assertThat(receive()).isEqualTo(early);
    }
}
