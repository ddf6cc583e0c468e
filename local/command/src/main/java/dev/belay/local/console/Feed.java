package dev.belay.local.console;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reads the change feed of one simulated system for as long as the console runs. When the connection ends, or none came about, it goes on
 * where it was; where it has no number yet, whatever changed meanwhile is lost.
 */
final class Feed implements AutoCloseable {
    /** What is done with what a system tells. */
    interface Listener {
        void changed(String kind, String id);

        /** It is not known what changed. */
        void lost();
    }

    private static final System.Logger LOG = System.getLogger(Feed.class.getName());
    private static final long RETRY_MILLIS = 500;

    private final HttpClient http;
    private final URI changes;
    private final Listener listener;
    private final Thread thread;
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean closed;
    private String last = "";
    private boolean isFirst = true;
    private boolean isGap;

    private Feed(HttpClient http, URI system, Listener listener) {
        this.http = http;
        this.changes = URI.create(system + "/_sim/changes");
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("reads the changes of " + system).unstarted(this::run);
    }

    /** Returns once the system tells of what changes from now on, or did not answer: then what changes until it does is lost. */
    static Feed start(HttpClient http, URI system, Listener listener) {
        Feed feed = new Feed(http, system, listener);
        feed.thread.start();
        try {
            feed.open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return feed;
    }

    private void run() {
        try {
            while (!closed) {
                read();
                open.countDown();
                if (!closed) {
                    TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.countDown();
        }
    }

    private void read() throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(changes).GET();
        isGap = !isFirst && last.isEmpty();
        isFirst = false;
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                if (response.statusCode() == 200) {
                    take(lines);
                } else {
                    LOG.log(System.Logger.Level.DEBUG, "the feed {0} is refused: {1}", changes, response.statusCode());
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the feed {0} ended: {1}", changes, e.getMessage());
        }
    }

    private void take(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
            take(line);
        }
    }

    private void take(String line) {
        open.countDown();
        if (isGap) {
            isGap = false;
            listener.lost();
        }
        if (line.startsWith("id: ")) {
            last = line.substring("id: ".length());
        } else if (line.equals("event: reset")) {
            last = "";
            listener.lost();
        } else if (line.startsWith("data: ") && !line.equals("data: {}")) {
            tell(line.substring("data: ".length()));
        }
    }

    private void tell(String data) {
        try {
            JsonObject change = JsonParser.object().from(data);
            listener.changed(change.getString("kind", ""), change.getString("id", ""));
        } catch (JsonParserException e) {
            LOG.log(System.Logger.Level.WARNING, "{0} tells of a change that cannot be read", changes);
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
