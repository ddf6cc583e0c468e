package dev.belay.local.bench;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Bare requests: to the simulators, one after the other, and to the page's server in place of a person. */
final class RoundTrips implements AutoCloseable {
    private static final long LOOK_NANOS = 200_000_000L;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI console;
    private final List<URI> systems;

    /** @param systems the simulators that are asked in turn */
    RoundTrips(URI console, List<URI> systems) {
        this.console = console;
        this.systems = systems;
    }

    /** How many calls to systems the newest press made, by its spans. */
    int callsOfNewestPress() {
        for (Object each : get("/api/traces?limit=300").getArray("traces")) {
            JsonObject trace = (JsonObject) each;
            if (trace.getString("title").endsWith(": ack")) {
                return (int) get("/api/traces/" + trace.getString("id")).getArray("spans").stream()
                        .filter(span -> "call".equals(((JsonObject) span).getString("kind")))
                        .count();
            }
        }
        throw new IllegalStateException("no press is among the newest events");
    }

    /** So many requests that do nothing, one after the other, in milliseconds. */
    double millis(int requests) {
        long began = System.nanoTime();
        for (int request = 0; request < requests; request++) {
            send(HttpRequest.newBuilder(systems.get(request % systems.size()).resolve("/_sim/call-names")));
        }
        return (System.nanoTime() - began) / 1e6;
    }

    /** Opens incidents of low priority, and waits until each has its conversations. */
    void open(int number) {
        for (int each = 0; each < number; each++) {
            JsonObject incident = JsonObject.builder()
                    .value("as", "alice")
                    .value("table", "incident")
                    .object("fields")
                    .value("short_description", "Printer " + each + " prints nothing")
                    .value("impact", "3")
                    .value("urgency", "3")
                    .end()
                    .done();
            send(HttpRequest.newBuilder(console.resolve("/api/servicenow/records"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JsonWriter.string(incident))));
        }
        while (links() < 2L * number) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private long links() {
        return get("/api/bindings").getArray("links").stream()
                .filter(link -> "READY".equalsIgnoreCase(((JsonObject) link).getString("state")))
                .count();
    }

    private JsonObject get(String path) {
        try {
            return JsonParser.object().from(send(HttpRequest.newBuilder(console.resolve(path))));
        } catch (JsonParserException e) {
            throw new IllegalStateException(path + " is not JSON", e);
        }
    }

    private String send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
