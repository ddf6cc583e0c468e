package dev.belay.simulator.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;

/** Posts what a system sends out: once, as long as its patience lasts, and nowhere else than where it was told to. */
public final class Sender implements AutoCloseable {
    /**
     * What came back.
     *
     * @param contentType empty where none was said
     * @param reason {@code http_error} for a status other than 2xx, {@code http_timeout}, {@code connection_failed} or
     *     {@code unknown_error}, in the words of Slack's {@code x-slack-retry-reason}; empty where it was taken
     */
    public record Answer(int status, String contentType, String body, String reason) implements Outcome {}

    private final Duration patience;
    private final HttpClient http;

    public Sender(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    public Answer post(URI to, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to).timeout(patience).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean taken = response.statusCode() / 100 == 2;
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, response.body(), taken ? "" : "http_error");
        } catch (HttpTimeoutException e) {
            return failed("http_timeout");
        } catch (IOException e) {
            return failed("connection_failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("unknown_error");
        }
    }

    private static Answer failed(String reason) {
        return new Answer(0, "", "", reason);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
