package dev.belay.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Asks as a stranger on the internet does: without a signature, a token or a cookie. */
final class Outside implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /**
     * What was answered.
     *
     * @param ahead how much the clock of whoever answered is ahead of this machine's, to the second
     */
    record Answer(int status, Optional<Duration> ahead) {}

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Clock clock;

    Outside(Clock clock) {
        this.clock = clock;
    }

    /**
     * Sends an empty document that nobody signed.
     *
     * @throws IOException when nothing answers
     */
    Answer post(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    /**
     * Asks for whatever is there.
     *
     * @throws IOException when nothing answers
     */
    Answer get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        Instant begun = clock.instant();
        try {
            HttpResponse<Void> response =
                    http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding());
            Instant middle = begun.plus(Duration.between(begun, clock.instant()).dividedBy(2));
            return new Answer(
                    response.statusCode(),
                    response.headers()
                            .firstValue("Date")
                            .flatMap(Outside::date)
                            .map(at -> Duration.ofSeconds(
                                    Duration.between(middle, at).plusMillis(500).toSeconds())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
