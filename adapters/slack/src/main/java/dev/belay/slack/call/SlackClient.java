package dev.belay.slack.call;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import dev.belay.delivery.Delivery;
import dev.belay.failure.CallEffect;
import dev.belay.failure.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The connection to Slack: one for the life of a process, because each one keeps threads. What is written is sent once and never
 * again by itself; only what is read may be asked again when a connection drops.
 */
public final class SlackClient {
    private static final Duration CALL = Duration.ofSeconds(8);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int IDLE_CONNECTIONS = 4;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    /** OkHttp itself looks whether a connection is alive before it writes on one that was idle for so long. */
    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final ConnectionPool connections =
            new ConnectionPool(IDLE_CONNECTIONS, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS);
    private final AtomicReference<Instant> lastCall = new AtomicReference<>(Instant.MIN);
    private final SlackConfig config;
    private final SlackAddress address;
    private final OkHttpClient http;
    private final Slack writing;
    private final Slack reading;

    /**
     * @param api where Slack's methods are, e.g. {@code https://slack.com/api/}
     * @param clock the time of day
     */
    public SlackClient(URI api, InstantSource clock) {
        this.clock = clock;
        this.address = new SlackAddress(api);
        this.config = config();
        this.http = SendTracker.tracked(
                        SlackHttpClient.buildOkHttpClient(config).newBuilder())
                .addInterceptor(this::withLiveConnections)
                .addInterceptor(new SpanInterceptor(address))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                .callTimeout(CALL)
                .connectionPool(connections)
                .build();
        this.writing = slack(config, http);
        this.reading =
                slack(config, http.newBuilder().retryOnConnectionFailure(true).build());
    }

    /**
     * Between invocations Lambda stops a process, and the clock that OkHttp measures idleness by with it: connections that died hours ago
     * look fresh then. The time of day goes on.
     */
    private Response withLiveConnections(Interceptor.Chain chain) throws IOException {
        Instant now = clock.instant();
        if (lastCall.getAndSet(now).isBefore(now.minus(TRUSTED))) {
            connections.evictAll();
        }
        return chain.proceed(chain.request());
    }

    public SlackAddress address() {
        return address;
    }

    /**
     * The methods, with no more patience than the delivery has time for.
     *
     * @throws Unavailable when there is hardly any time left
     */
    MethodsClient methods(SlackMethod method, String token) {
        boolean reads = method.effect() == CallEffect.READ;
        Duration patience = patience(method.effect());
        Slack usual = reads ? reading : writing;
        return (patience.equals(CALL) ? usual : slack(config, within(patience, reads))).methods(token);
    }

    /**
     * For what is not a method and may be repeated, with the same patience.
     *
     * @throws Unavailable when there is hardly any time left
     */
    OkHttpClient http() {
        return within(patience(CallEffect.REPEATABLE), false);
    }

    private static Duration patience(CallEffect effect) {
        return Delivery.currentDeadline().timeFor(SlackCalls.SLACK, effect, CALL);
    }

    private OkHttpClient within(Duration patience, boolean reads) {
        return patience.equals(CALL) && !reads
                ? http
                : http.newBuilder()
                        .retryOnConnectionFailure(reads)
                        .callTimeout(patience)
                        .build();
    }

    private SlackConfig config() {
        SlackConfig config = new SlackConfig();
        withoutStatistics(config);
        config.setHttpClientResponseHandlers(List.of());
        config.setMethodsEndpointUrlPrefix(address.api().toString());
        if (address.isLocal()) {
            config.setProxyUrl(null);
        }
        return config;
    }

    /** Each kind of statistics has a thread that wakes up for ever; the library forgets SCIM 2.0 when it ends them. */
    private static void withoutStatistics(SlackConfig config) {
        config.getSCIM2Config().setStatsEnabled(false);
        config.setStatsEnabled(false);
    }

    private static Slack slack(SlackConfig config, OkHttpClient client) {
        return Slack.getInstance(config, new SlackHttpClient(client));
    }
}
