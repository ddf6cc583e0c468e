package dev.belay.slack.call;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import dev.belay.failure.CallEffect;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * The connection to Slack: one for the life of a process, because each one keeps threads. What is written is sent once and never
 * again by itself; only what is read may be asked again when a connection drops.
 */
public final class SlackClient {
    private static final Duration CALL = Duration.ofSeconds(8);
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int IDLE_CONNECTIONS = 4;
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    private final SlackAddress address;
    private final OkHttpClient http;
    private final Slack writing;
    private final Slack reading;

    /**
     * @param api where Slack's methods are, e.g. {@code https://slack.com/api/}
     */
    public SlackClient(URI api) {
        this.address = new SlackAddress(api);
        SlackConfig config = config();
        this.http = SendTracker.tracked(
                        SlackHttpClient.buildOkHttpClient(config).newBuilder())
                .retryOnConnectionFailure(false)
                .connectTimeout(CONNECT)
                .callTimeout(CALL)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEEP_ALIVE.toMillis(), TimeUnit.MILLISECONDS))
                .build();
        this.writing = slack(config, http);
        this.reading =
                slack(config, http.newBuilder().retryOnConnectionFailure(true).build());
    }

    public SlackAddress address() {
        return address;
    }

    MethodsClient methods(SlackMethod method, String token) {
        return (method.effect() == CallEffect.READ ? reading : writing).methods(token);
    }

    OkHttpClient http() {
        return http;
    }

    private SlackConfig config() {
        SlackConfig config = new SlackConfig();
        config.setStatsEnabled(false);
        config.setHttpClientResponseHandlers(List.of());
        config.setMethodsEndpointUrlPrefix(address.api().toString());
        if (address.isLocal()) {
            config.setProxyUrl(null);
        }
        return config;
    }

    private static Slack slack(SlackConfig config, OkHttpClient client) {
        return Slack.getInstance(config, new SlackHttpClient(client));
    }
}
