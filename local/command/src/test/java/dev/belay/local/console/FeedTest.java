package dev.belay.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.simulator.http.LoopbackServer;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the console hears of a system whose feed ends. */
final class FeedTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    private final Feed.Listener listener = new Feed.Listener() {
        @Override
        public void changed(String kind, String id) {
            heard.add(kind + " " + id);
        }

        @Override
        public void lost() {
            heard.add("lost");
        }
    };

    /** A system that tells this, one text for each time that it is asked, and then nothing. */
    private LoopbackServer telling(List<String> texts) {
        AtomicInteger time = new AtomicInteger();
        return LoopbackServer.start(0, 0, exchange -> {
            try (exchange) {
                String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
                asked.add(last == null ? "" : last);
                int at = time.getAndIncrement();
                byte[] text = (at < texts.size() ? texts.get(at) : "").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, text.length == 0 ? -1 : text.length);
                exchange.getResponseBody().write(text);
            }
        });
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        return String.valueOf(queue.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void who_comes_back_without_a_number_may_have_missed_anything() throws InterruptedException {
        String change = "id: 7\ndata: {\"kind\":\"channel\",\"id\":\"C1\"}\n\n";
        try (LoopbackServer system = telling(List.of(": open\n\n", ": open\n\n" + change, change));
                HttpClient http = HttpClient.newHttpClient();
                Feed _ = Feed.start(http, system.url(), listener)) {
            assertThat(next(heard)).isEqualTo("lost");
            assertThat(next(heard)).isEqualTo("channel C1");
            assertThat(next(heard)).isEqualTo("channel C1");
            assertThat(List.of(next(asked), next(asked), next(asked))).containsExactly("", "", "7");
        }
    }
}
