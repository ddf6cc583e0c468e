package dev.belay.slack.call;

import dev.belay.delivery.DeadlineContract;
import dev.belay.platform.ChatContract;
import dev.belay.ratelimit.InMemoryRateLimitStore;
import dev.belay.simulator.http.RawServer;
import dev.belay.time.MovedClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** No call to Slack outlives the delivery that it is made for. */
final class SlackDeadlineTest implements DeadlineContract {
    private static final String WORKSPACE = "T01ACME";

    private final MovedClock clock = MovedClock.at(ChatContract.OPENING);
    private final InMemoryRateLimitStore limits = new InMemoryRateLimitStore(clock);
    private final RawServer server = new RawServer(_ -> RawServer.json(200, "", "{\"ok\":true,\"ts\":\"1.0\"}"));
    private final SlackClient client = new SlackClient(server.at("/api/"), Clock.systemUTC());
    private final SlackTokens tokens = new SlackTokens() {
        @Override
        public Optional<String> token(String workspace) {
            return Optional.of("xoxb-one");
        }

        @Override
        public Optional<String> reread(String workspace) {
            return token(workspace);
        }

        @Override
        public void refused(String workspace, String said) {}
    };
    private final SlackCalls slack = new SlackCalls(client, tokens, limits, (_, _) -> {}, clock);

    @AfterEach
    void all_stops() {
        server.close();
    }

    @Override
    public Map<String, Runnable> calls() {
        clock.advance(Duration.ofMinutes(1));
        return Map.of(
                "a read",
                () -> slack.call(WORKSPACE, SlackMethod.USER, with -> with.usersInfo(r -> r.user("U1"))),
                "a repeatable write",
                () -> slack.call(
                        WORKSPACE,
                        SlackMethod.UPDATE,
                        with -> with.chatUpdate(r -> r.channel("C1").ts("1.0").text("x"))),
                "a write",
                () -> slack.call(
                        WORKSPACE,
                        SlackMethod.POST,
                        with -> with.chatPostMessage(r -> r.channel("C1").text("x"))),
                "an answer",
                () -> new ResponseUrls(client, limits, clock).answer(WORKSPACE, server.at("/actions/1"), "{}"));
    }

    @Override
    public int requests() {
        return server.requests().size();
    }
}
