package dev.belay.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ServiceNow's application says each minute that it is there; what is proved is counted, and nothing else is. */
final class HeartbeatTest {
    private static final String BEAT = "{\"schema\":1,\"instance\":\"acme\","
            + "\"event_id\":\"heartbeat:2026-11-22T12:00:00Z\",\"type\":\"instance.heartbeat\","
            + "\"occurred_at\":\"2026-11-22T12:00:00Z\"}";

    private final Ingress ingress = new Ingress();

    @AfterEach
    void stop() {
        ingress.close();
    }

    @Test
    void a_heartbeat_is_counted_and_needs_no_queue() throws JsonParserException {
        ingress.aws.queuesFail = true;

        assertThat(send(signed(BEAT))).isEqualTo(202);
        assertThat(counted()).hasSize(1);
        JsonObject metric = JsonParser.object().from(counted().getFirst());
        assertThat(metric.getInt("ServiceNowHeartbeat")).isOne();
        assertThat(metric.getString("Function")).isEqualTo("ingress");
        assertThat(ingress.aws.messages).isEmpty();
    }

    @Test
    void each_is_counted() {
        send(signed(BEAT));
        ingress.clock.advance(Duration.ofMinutes(1));
        send(signed(BEAT));
        assertThat(counted()).hasSize(2);
    }

    @Test
    void another_key_counts_nothing() {
        assertThat(send(beat("k1", "another key of sixteen bytes"))).isEqualTo(401);
        assertThat(send(beat("k2", Ingress.EVENT_KEY))).isEqualTo(401);
        assertThat(counted()).isEmpty();
    }

    @Test
    void one_that_is_old_counts_nothing() {
        JsonObject old = signed(BEAT);
        ingress.clock.advance(Duration.ofSeconds(301));
        assertThat(send(old)).isEqualTo(401);
        assertThat(counted()).isEmpty();
    }

    @Test
    void another_instance_such_as_a_clone_counts_nothing() {
        assertThat(send(signed(BEAT.replace("acme", "acmetest")))).isEqualTo(403);
        assertThat(counted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"schema\":1,\"instance\":\"acme\",\"type\":\"record.opened\"}"})
    void what_is_no_heartbeat_is_malformed(String body) {
        assertThat(send(signed(body))).isEqualTo(400);
        assertThat(counted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"schema\":1,", "\"instance\":\"acme\",", "\"type\":\"instance.heartbeat\","})
    void what_is_needed_may_not_be_missing(String part) {
        assertThat(send(signed(BEAT.replace(part, "")))).isEqualTo(400);
        assertThat(counted()).isEmpty();
    }

    /** An event that goes astray is no heartbeat, and a heartbeat is no event. */
    @Test
    void a_heartbeat_among_the_events_is_malformed() {
        assertThat(send(ingress.serviceNow(BEAT, "k1", Ingress.EVENT_KEY))).isEqualTo(400);
        assertThat(counted()).isEmpty();
    }

    private int send(JsonObject request) {
        return ingress.send(request).status();
    }

    private JsonObject signed(String body) {
        return ingress.serviceNow("/servicenow/heartbeat", body, "k1", Ingress.EVENT_KEY);
    }

    private JsonObject beat(String keyId, String key) {
        return ingress.serviceNow("/servicenow/heartbeat", BEAT, keyId, key);
    }

    private List<String> counted() {
        return ingress.log()
                .lines()
                .filter(line -> line.contains("ServiceNowHeartbeat"))
                .toList();
    }
}
