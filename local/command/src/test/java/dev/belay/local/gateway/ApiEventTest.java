package dev.belay.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiEventTest {
    private static final Instant AT = Instant.parse("2020-03-12T19:03:58Z");

    @Test
    void an_event_is_as_the_documentation_shows_it() throws IOException, JsonParserException {
        HttpRequest request = new HttpRequest(
                "POST",
                URI.create("/my/path?parameter1=value1&parameter1=value2&parameter2=value"),
                "HTTP/1.1",
                "192.0.2.1",
                new TreeMap<>(Map.of(
                        "content-type", List.of("text/plain"),
                        "cookie", List.of("cookie1; cookie2"),
                        "header1", List.of("value1"),
                        "header2", List.of("value1", "value2"),
                        "host", List.of("id.execute-api.us-east-1.amazonaws.com"),
                        "user-agent", List.of("agent"))),
                "Hello from Lambda!!".getBytes(StandardCharsets.UTF_8));
        assertThat(parsed(ApiEvent.of(request, "POST /my/path", "id", AT))).isEqualTo(documented());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "text/plain", "application/xml"})
    void a_texts_body_comes_as_it_is(String type) {
        JsonObject event = withBody(type, "{\"é\":1}");
        assertThat(event.getString("body")).isEqualTo("{\"é\":1}");
        assertThat(event.getBoolean("isBase64Encoded")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/octet-stream", "image/png", ""})
    void any_other_body_comes_in_base64(String type) {
        JsonObject event = withBody(type, "payload=%7B%7D");
        assertThat(Base64.getDecoder().decode(event.getString("body")))
                .asString()
                .isEqualTo("payload=%7B%7D");
        assertThat(event.getBoolean("isBase64Encoded")).isTrue();
    }

    @Test
    void without_a_body_there_is_none() {
        JsonObject event = withBody("application/octet-stream", "");
        assertThat(event.has("body")).isFalse();
        assertThat(event.has("queryStringParameters")).isFalse();
        assertThat(event.has("cookies")).isFalse();
        assertThat(event.getBoolean("isBase64Encoded")).isFalse();
    }

    private static JsonObject withBody(String type, String body) {
        HttpRequest request = new HttpRequest(
                "POST",
                URI.create("/slack/events"),
                "HTTP/1.1",
                "127.0.0.1",
                Map.of("content-type", List.of(type)),
                body.getBytes(StandardCharsets.UTF_8));
        return ApiEvent.of(request, "POST /slack/events", "id", AT);
    }

    private static JsonObject parsed(JsonObject event) throws JsonParserException {
        return JsonParser.object().from(JsonWriter.string(event));
    }

    private static JsonObject documented() throws IOException, JsonParserException {
        try (InputStream file = ApiEventTest.class.getResourceAsStream("payload-2.0.json")) {
            return JsonParser.object().from(Objects.requireNonNull(file, "payload-2.0.json"));
        }
    }
}
