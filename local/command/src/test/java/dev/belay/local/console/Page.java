package dev.belay.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.belay.local.world.Running;
import dev.belay.local.world.World;
import dev.belay.simulator.aws.Stack;
import dev.belay.simulator.time.PassingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A page of the console over a whole local world: it asks as a browser does, and waits by being told. */
final class Page implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Running running;
    final Console console;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Page(String stack) {
        Clock clock = new PassingClock(Clock.systemUTC());
        running = Running.start(World.start(World.Setup.simulated(clock), new Stack(stack)), 0);
        console = Console.start(running, 0);
    }

    /** What the console answers. */
    record Answered(int status, HttpResponse<String> response) {
        JsonObject json() {
            try {
                return JsonParser.object().from(response.body());
            } catch (JsonParserException e) {
                throw new AssertionError("no JSON: " + response.body(), e);
            }
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(console.url() + path)).timeout(PATIENCE);
    }

    Answered ask(String method, String path, JsonObject body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JsonWriter.string(body)))
                .build());
    }

    Answered send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answered(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    JsonObject get(String path) {
        Answered answered = send(request(path).GET().build());
        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        return answered.json();
    }

    /** Does something that is done. */
    JsonObject act(String method, String path, Object... pairs) {
        Answered answered = ask(method, path, fields(pairs));
        assertThat(answered.status()).as(answered.response().body()).isIn(200, 201);
        return answered.json();
    }

    static JsonObject fields(Object... pairs) {
        JsonObject fields = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    static List<JsonObject> objects(JsonObject json, String name) {
        return json.getArray(name, new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** An event as it was told. */
    record Event(String id, String name, String data) {
        JsonObject json() {
            try {
                return JsonParser.object().from(data);
            } catch (JsonParserException e) {
                throw new AssertionError(data, e);
            }
        }
    }

    /** What the page is told from now on, or since an event. */
    Events events(String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(console.url() + "/api/events"));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<Stream<String>> response = http.send(request.build(), BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            return new Events(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A stream of events under way. */
    static final class Events implements AutoCloseable {
        private final BlockingQueue<Event> told = new LinkedBlockingQueue<>();
        private final Stream<String> lines;

        Events(Stream<String> lines) {
            this.lines = lines;
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            String[] event = {"", ""};
            try {
                lines.forEach(line -> {
                    if (line.startsWith("id: ")) {
                        event[0] = line.substring(4);
                    } else if (line.startsWith("event: ")) {
                        event[1] = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        told.add(new Event(event[0], event[1], line.substring(6)));
                    }
                });
            } catch (UncheckedIOException e) {
                return; // it was closed
            }
        }

        Event next() {
            try {
                Event event = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(event).as("an event in time").isNotNull();
                return event;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        /** Looks until it is so, again after each event. */
        <T> T until(Supplier<Optional<T>> look) {
            Optional<T> found = look.get();
            while (found.isEmpty()) {
                next();
                found = look.get();
            }
            return found.get();
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    @Override
    public void close() {
        console.close();
        http.shutdownNow();
        running.close();
    }
}
