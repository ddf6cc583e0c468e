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
    private static final String CHANGE = "id: 7\ndata: {\"kind\":\"channel\",\"id\":\"C1\"}\n\n";

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

    private record Answer(int status, String text) {
        static Answer of(String text) {
            return new Answer(200, text);
        }
    }

    /** A system that answers this, one for each time that it is asked, and then tells nothing. */
    private LoopbackServer answering(int port, Answer... answers) {
        AtomicInteger time = new AtomicInteger();
        return LoopbackServer.start(port, 0, exchange -> {
            try (exchange) {
                String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
                asked.add(last == null ? "" : last);
                int at = time.getAndIncrement();
                Answer answer = at < answers.length ? answers[at] : Answer.of("");
                byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
                exchange.getResponseBody().write(text);
            }
        });
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        return String.valueOf(queue.poll(60, TimeUnit.SECONDS));
    }

    @Test
    void who_comes_back_without_a_number_may_have_missed_anything() throws InterruptedException {
        try (LoopbackServer system =
                        answering(0, Answer.of(": open\n\n"), Answer.of(": open\n\n" + CHANGE), Answer.of(CHANGE));
                HttpClient http = HttpClient.newHttpClient();
                Feed _ = Feed.start(http, system.url(), listener)) {
            assertThat(next(heard)).isEqualTo("lost");
            assertThat(next(heard)).isEqualTo("channel C1");
            assertThat(next(heard)).isEqualTo("channel C1");
            assertThat(List.of(next(asked), next(asked), next(asked))).containsExactly("", "", "7");
        }
    }

    @Test
    void what_changed_until_a_first_connection_came_about_is_lost_and_said_to_be() throws InterruptedException {
        LoopbackServer beforehand = answering(0);
        beforehand.close();
        try (HttpClient http = HttpClient.newHttpClient();
                Feed _ = Feed.start(http, beforehand.url(), listener);
                LoopbackServer _ = answering(beforehand.url().getPort(), Answer.of(": open\n\n" + CHANGE))) {
            assertThat(List.of(next(heard), next(heard))).containsExactly("lost", "channel C1");
        }
    }

    @Test
    void what_is_no_feed_is_not_read_and_its_end_is_no_loss_of_its_own() throws InterruptedException {
        Answer refusal = new Answer(503, CHANGE);
        try (LoopbackServer system = answering(0, refusal, refusal, refusal, Answer.of(": open\n\n" + CHANGE));
                HttpClient http = HttpClient.newHttpClient();
                Feed _ = Feed.start(http, system.url(), listener)) {
            assertThat(List.of(next(heard), next(heard))).containsExactly("lost", "channel C1");
            assertThat(List.of(next(asked), next(asked), next(asked), next(asked)))
                    .containsExactly("", "", "", "");
        }
    }
}
