package dev.belay.aws.protocol;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.coldhttp.HttpConnection;
import dev.belay.coldhttp.HttpEndpoint;
import dev.belay.coldhttp.Tls;
import dev.belay.failure.Unavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Credentials from the container credentials endpoint, fetched again before they end. */
final class ContainerCredentials implements CredentialsSource {
    /** The variable that names the endpoint. */
    static final String VARIABLE = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final HttpEndpoint endpoint;
    private final Function<String, @Nullable String> environment;
    private final Clock clock;
    private final Tls tls;
    private @Nullable AwsCredentials known;
    private Instant fetchAgainAt = Instant.MIN;

    ContainerCredentials(String uri, Function<String, @Nullable String> environment, Clock clock, Tls tls) {
        this.endpoint = AwsEndpoint.named(VARIABLE, uri);
        this.environment = environment;
        this.clock = clock;
        this.tls = tls;
    }

    @Override
    public synchronized AwsCredentials current() {
        AwsCredentials held = known;
        if (held == null || !clock.instant().isBefore(fetchAgainAt)) {
            held = remember(fetch());
        }
        return held;
    }

    private AwsCredentials remember(JsonObject answer) {
        try {
            String expiration = answer.getString("Expiration");
            AwsCredentials fetched = new AwsCredentials(
                    require(answer, "AccessKeyId"),
                    require(answer, "SecretAccessKey"),
                    Optional.ofNullable(answer.getString("Token")));
            fetchAgainAt =
                    expiration == null ? Instant.MAX : Instant.parse(expiration).minus(MARGIN);
            known = fetched;
            return fetched;
        } catch (DateTimeException e) {
            throw unavailable("its answer has no readable Expiration");
        }
    }

    private JsonObject fetch() {
        TreeMap<String, String> headers = new TreeMap<>();
        String token = token();
        if (token != null) {
            headers.put("authorization", token);
        }
        try (HttpConnection connection = HttpConnection.open(endpoint, tls)) {
            HttpConnection.Reply reply = connection.exchange("GET", endpoint.path(), headers, new byte[0]);
            if (reply.status() != 200) {
                throw unavailable("it answered " + reply.status());
            }
            return JsonParser.object().from(new String(reply.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unavailable("it cannot be reached");
        } catch (JsonParserException e) {
            throw unavailable("its answer is not JSON");
        }
    }

    private @Nullable String token() {
        String file = environment.apply("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
        if (file == null) {
            return environment.apply("AWS_CONTAINER_AUTHORIZATION_TOKEN");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw unavailable("its token file cannot be read");
        }
    }

    private static String require(JsonObject answer, String name) {
        String value = answer.getString(name);
        if (value == null) {
            throw unavailable("its answer has no " + name);
        }
        return value;
    }

    private static Unavailable unavailable(String what) {
        return new Unavailable("aws", "container credentials endpoint: " + what, Optional.empty());
    }
}
