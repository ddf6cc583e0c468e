package dev.belay.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngressHandlerTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Ingress ingress = new Ingress("slack, teams");

    @AfterEach
    void stop() {
        ingress.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/slack", "/slack/events/", "/SLACK/EVENTS", "/my/path"})
    void another_route_is_not_found(String path) {
        JsonObject event = Ingress.recorded("block_actions_ack");
        event.put("rawPath", path);
        Ingress.Reply reply = ingress.send(event);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("{\"error\":\"not found\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "HEAD", "OPTIONS", "post", ""})
    void another_method_is_not_allowed(String method) {
        JsonObject event = Ingress.recorded("block_actions_ack");
        event.getObject("requestContext").getObject("http").put("method", method);
        Ingress.Reply reply = ingress.send(event);
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.body()).isEqualTo("{\"error\":\"method not allowed\"}");
        assertThat(reply.headers().getString("allow")).isEqualTo("POST");
        assertThat(ingress.aws.messages).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "5"})
    void what_api_gateway_would_not_hand_over_is_malformed(String event) {
        assertThat(ingress.send(Ingress.bytes(event)).status()).isEqualTo(400);
    }

    @Test
    void deep_nesting_is_malformed() {
        assertThat(ingress.send(Ingress.bytes("{\"a\":" + "[".repeat(200_000))).status())
                .isEqualTo(400);
    }

    @Test
    void a_body_that_is_said_to_be_base64_and_is_not_is_malformed() {
        JsonObject event = Ingress.recorded("block_actions_ack");
        event.put("isBase64Encoded", true);
        assertThat(ingress.send(event).status()).isEqualTo(400);
    }

    @Test
    void a_request_without_body_is_unauthorized() {
        JsonObject event = Ingress.recorded("block_actions_ack");
        event.remove("body");
        assertThat(ingress.send(event).status()).isEqualTo(401);
        event.remove("headers");
        assertThat(ingress.send(event).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(
            value = IngressSettings.Name.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BELAY_SLACK_API_URL", "BELAY_TEAMS_OPENID_URL", "BELAY_TEAMS_SERVICE_HOSTS"})
    void a_missing_setting_stops_the_start_and_is_named(IngressSettings.Name name) {
        Map<String, String> environment = new HashMap<>(ingress.environment);
        environment.remove(name.name());
        assertThatThrownBy(() -> new IngressHandler(environment::get, Clock.systemUTC(), System.out))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the environment variable " + name + " is not set");
    }

    @Test
    void an_unknown_platform_stops_the_start() {
        ingress.environment.put("BELAY_PLATFORMS", "slack, irc");
        assertThatThrownBy(() -> new IngressHandler(ingress.environment::get, Clock.systemUTC(), System.out))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BELAY_PLATFORMS")
                .hasMessageContaining("'irc'");
    }

    @Test
    void what_is_signed_and_mutated_never_breaks_it() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (String name : new String[] {"block_actions_ack", "block_actions_postmortem", "event_message"}) {
            JsonObject recorded = Ingress.recorded(name);
            String type = recorded.getObject("headers").getString("content-type");
            for (int i = 0; i < 1_000; i++) {
                String body = Mutation.of(recorded.getString("body"), random);
                assertThat(ingress.send(ingress.slack(type, body, Ingress.SLACK_SECRET))
                                .status())
                        .as("seed %d, %s, round %d", seed, name, i)
                        .isIn(200, 400);
            }
        }
    }

    @Test
    void what_is_mutated_after_signing_never_gets_in() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        JsonObject event = Ingress.recorded("block_actions_ack");
        String body = event.getString("body");
        for (int i = 0; i < 1_000; i++) {
            String other = Mutation.of(body, random);
            event.put("body", other);
            assertThat(ingress.send(event).status())
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(other.equals(body) ? 200 : 401);
        }
    }

    @Test
    void whatever_is_handed_over_is_answered() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String event = JsonWriter.string(Ingress.recorded("block_actions_ack"));
        for (int i = 0; i < 1_000; i++) {
            assertThat(ingress.send(Ingress.bytes(Mutation.of(event, random))).status())
                    .as("seed %d, round %d", seed, i)
                    .isLessThan(500);
        }
    }

    @Test
    void a_form_in_another_type_is_malformed() {
        assertThat(ingress.send(ingress.slack("text/plain", "payload=%7B%7D", Ingress.SLACK_SECRET))
                        .status())
                .isEqualTo(400);
        assertThat(ingress.send(ingress.slack(FORM, "", Ingress.SLACK_SECRET)).status())
                .isEqualTo(400);
    }
}
