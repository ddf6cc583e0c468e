package dev.belay.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpApiTest {
    private volatile String output = "";
    private volatile String event = "";
    private final RequestStreamHandler handler = (input, out, context) -> {
        event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        if (output.isEmpty()) {
            throw new IllegalStateException("the handler fails");
        }
        out.write(output.getBytes(StandardCharsets.UTF_8));
    };
    private final HttpApi api = HttpApi.start(
            0,
            Map.of("POST /slack/events", new HttpApi.Function("ingress", Duration.ofSeconds(10), handler)),
            Clock.systemUTC());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void an_output_with_a_status_is_the_response() throws IOException, InterruptedException {
        output = """
                {"statusCode": 401, "headers": {"Content-Type": "application/json", "X-Count": 3},
                 "cookies": ["a=1", "b=2"], "body": "{}"}""";
        HttpResponse<String> response = post("/slack/events", "{}");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("{}");
        assertThat(response.headers().allValues("content-type")).isEqualTo(List.of("application/json"));
        assertThat(response.headers().allValues("set-cookie")).isEqualTo(List.of("a=1", "b=2"));
        assertThat(response.headers().firstValue("x-count")).contains("3");
        assertThat(event).contains("\"rawPath\":\"/slack/events\"");
    }

    @Test
    void a_body_in_base64_is_decoded() throws IOException, InterruptedException {
        output = "{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"aGVsbG8=\"}";
        assertThat(post("/slack/events", "{}").body()).isEqualTo("hello");
    }

    @Test
    void an_output_without_a_status_is_a_200s_body() throws IOException, InterruptedException {
        output = "{\"challenge\": \"x\"}";
        HttpResponse<String> response = post("/slack/events", "{}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.body()).isEqualTo(output);
    }

    @Test
    void a_function_that_fails_or_answers_nonsense_is_an_internal_server_error()
            throws IOException, InterruptedException {
        assertMessage(post("/slack/events", "{}"), 500, "Internal Server Error");
        output = "not JSON";
        assertMessage(post("/slack/events", "{}"), 500, "Internal Server Error");
    }

    @Test
    void what_is_not_routed_is_not_found() throws IOException, InterruptedException {
        assertMessage(post("/other", "{}"), 404, "Not Found");
        assertMessage(post("/slack/events/", "{}"), 404, "Not Found");
        HttpResponse<String> got = client.send(
                java.net.http.HttpRequest.newBuilder(api.url().resolve("/slack/events"))
                        .build(),
                BodyHandlers.ofString());
        assertMessage(got, 404, "Not Found");
    }

    @Test
    void more_than_ten_megabytes_are_too_large() throws IOException, InterruptedException {
        output = "{}";
        assertMessage(post("/slack/events", "x".repeat(10 * 1024 * 1024 + 1)), 413, "Request Entity Too Large");
        assertThat(event).isEmpty();
    }

    private static void assertMessage(HttpResponse<String> response, int status, String message) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo("{\"message\":\"" + message + "\"}");
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                java.net.http.HttpRequest.newBuilder(api.url().resolve(path))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
