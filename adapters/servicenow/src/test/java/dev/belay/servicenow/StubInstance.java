package dev.belay.servicenow;

import dev.belay.chat.Platform;
import dev.belay.health.Counters;
import dev.belay.servicenow.credential.ClientCredentials;
import dev.belay.servicenow.credential.ClientSource;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.settings.TableSettings;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.http.SimulatorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An instance that answers exactly what a test puts into its mouth. */
public final class StubInstance implements AutoCloseable {
    static final String USER = "belay.integration";
    public static final String SYS_ID = "9d385017c611228701d22104cc95c371";
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    /** Long enough for this machine, and short enough to wait for. */
    static final Duration SHORT = Duration.ofMillis(600);

    /** What was counted, as metric and kind. */
    public final List<String> counted = new ArrayList<>();

    /** What the keeper of our client was told. */
    public final List<String> refusals = new ArrayList<>();

    private final Deque<Function<Request, Response>> answers = new ArrayDeque<>();
    private final Deque<Response> tokens = new ArrayDeque<>();
    private final List<Request> calls = new ArrayList<>();
    private final List<Request> tokenCalls = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final SimulatorServer server =
            SimulatorServer.start(0, new Faults(), _ -> Optional.empty(), this::answered);

    /** The next calls are answered so, in this order; the last answer stays. */
    public StubInstance answers(Response... next) {
        for (Response response : next) {
            then(_ -> response);
        }
        return this;
    }

    /** The next call is read, and its connection drops. */
    public StubInstance drops() {
        return then(_ -> {
            throw new UncheckedIOException(new IOException("dropped"));
        });
    }

    /** The next call is read, and never answered. */
    public StubInstance hangs() {
        return then(_ -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UncheckedIOException(new IOException("never answered"));
        });
    }

    public synchronized StubInstance then(Function<Request, Response> next) {
        answers.add(next);
        return this;
    }

    /** The next requests for a token are answered so, in this order; then they succeed. */
    public synchronized StubInstance answersForToken(Response... next) {
        tokens.addAll(List.of(next));
        return this;
    }

    public synchronized List<Request> calls() {
        return List.copyOf(calls);
    }

    public synchronized List<Request> tokenCalls() {
        return List.copyOf(tokenCalls);
    }

    public URI url() {
        return server.url();
    }

    ServiceNowSettings settings() {
        return new ServiceNowSettings("acme", url(), USER, Map.of(Platform.SLACK, "u_conversation"));
    }

    public TableApi api() {
        return api(CLOCK);
    }

    public TableApi api(Clock clock) {
        return new TableApi(url(), client(), counters(), clock);
    }

    public TableApi hurriedApi() {
        return new TableApi(url(), client(), counters(), CLOCK, SHORT);
    }

    private ClientSource client() {
        return new ClientSource() {
            @Override
            public ClientCredentials get() {
                return new ClientCredentials("belay", "s3cret&=+");
            }

            @Override
            public void refused(String said) {
                refusals.add(said);
            }
        };
    }

    public Counters counters() {
        return (metric, kind) -> counted.add(metric.id() + " " + kind);
    }

    public ServiceNowRecords records() {
        return records(api());
    }

    public ServiceNowRecords records(TableApi api) {
        return new ServiceNowRecords(api, settings(), tables("incident", "problem"));
    }

    /** These tables, as ServiceNow ships them. */
    static Map<String, TableSettings> tables(String... names) {
        return Arrays.stream(names).collect(Collectors.toMap(name -> name, TableSettings::usual));
    }

    public static Response token(String value, int life) {
        return Response.json(
                200,
                "{\"scope\":\"useraccount\",\"token_type\":\"Bearer\",\"expires_in\":" + life + ",\"access_token\":\""
                        + value + "\"}");
    }

    public static Response result(String json) {
        return Response.json(200, "{\"result\":" + json + "}");
    }

    public static Response error(int status, String message) {
        return Response.json(
                status, "{\"error\":{\"message\":\"" + message + "\",\"detail\":null},\"status\":\"failure\"}");
    }

    private Response answered(Request request) {
        return request.path().equals("/oauth_token.do")
                ? nextToken(request)
                : next(request).apply(request);
    }

    private synchronized Response nextToken(Request request) {
        tokenCalls.add(request);
        return tokens.isEmpty() ? token("token-" + tokenCalls.size(), 1799) : tokens.removeFirst();
    }

    private synchronized Function<Request, Response> next(Request request) {
        calls.add(request);
        return answers.size() > 1 ? answers.removeFirst() : answers.element();
    }

    @Override
    public void close() {
        end.countDown();
        server.close();
    }
}
