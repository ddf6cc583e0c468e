package dev.belay.slack.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SlackClientTest {
    private static final URI API = URI.create("https://slack.com/api/");

    /** The library's own are shared by all clients, and are there with the first. */
    @Test
    void a_client_leaves_no_thread_of_statistics() throws InterruptedException {
        SlackClient first = new SlackClient(API, Clock.systemUTC());
        Set<Thread> before = statistics();
        SlackClient second = new SlackClient(API, Clock.systemUTC());

        Set<Thread> left = new HashSet<>(statistics());
        left.removeAll(before);
        for (Thread thread : left) {
            assertThat(thread.join(Duration.ofSeconds(10))).as(thread.getName()).isTrue();
        }
        assertThat(second.address().api()).isEqualTo(first.address().api());
    }

    private static Set<Thread> statistics() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("slack-api-metrics"))
                .collect(Collectors.toSet());
    }
}
