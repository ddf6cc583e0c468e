package dev.belay.aws.protocol;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.coldhttp.HttpConnection;
import dev.belay.coldhttp.HttpConnections;
import dev.belay.coldhttp.HttpEndpoint;
import dev.belay.coldhttp.Tls;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A service of AWS that speaks the JSON protocol. Only idempotent calls go through it: each is retried once, at once, when its
 * connection breaks or the service says that it failed.
 */
final class AwsService {
    private final Name name;
    private final HttpEndpoint endpoint;
    private final String region;
    private final CredentialsSource credentials;
    private final Clock clock;
    private final HttpConnections connections;

    /** How a service is called in host names, in variables, in targets, and which version of the protocol it speaks. */
    record Name(String host, String variable, String target, String contentType) {}

    /**
     * @param environment the process's variables
     * @throws IllegalStateException when a variable that AWS sets is missing or not readable
     */
    AwsService(Name name, Function<String, @Nullable String> environment, Clock clock, Tls tls) {
        String region = environment.apply("AWS_REGION");
        if (region == null || region.isEmpty()) {
            throw new IllegalStateException("the environment variable AWS_REGION is not set");
        }
        this.name = name;
        this.region = region;
        this.endpoint = AwsEndpoint.of(name.host(), name.variable(), region, environment);
        this.credentials = CredentialsSource.of(environment, clock, tls);
        this.clock = clock;
        this.connections = new HttpConnections(endpoint, tls, clock);
    }

    void connectAhead() {
        connections.openAhead();
    }

    /**
     * Makes a call.
     *
     * @throws Unavailable when the service cannot be reached, is overloaded or failed: whether the call took effect is unknown
     *     then, so it must be idempotent
     * @throws Rejected when it refused
     */
    JsonObject call(String operation, String arguments) {
        byte[] body = arguments.getBytes(StandardCharsets.UTF_8);
        try {
            HttpConnection.Reply reply = firstAttempt(operation, body);
            return result(operation, reply == null ? send(connections.open(), operation, body) : reply);
        } catch (SocketTimeoutException e) {
            throw unavailable(operation, "no answer in time");
        } catch (IOException e) {
            throw unavailable(operation, "the connection broke: " + e.getClass().getSimpleName());
        }
    }

    /** Null when it is worth a retry: an idle connection may have ended meanwhile, and that tells nothing of the service. */
    private HttpConnection.@Nullable Reply firstAttempt(String operation, byte[] body) throws SocketTimeoutException {
        try {
            HttpConnection idle = connections.poll();
            HttpConnection.Reply reply = send(idle == null ? connections.open() : idle, operation, body);
            return reply.status() >= 500 ? null : reply;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return null;
        }
    }

    private HttpConnection.Reply send(HttpConnection connection, String operation, byte[] body) throws IOException {
        TreeMap<String, String> headers = new TreeMap<>();
        headers.put("host", endpoint.authority());
        headers.put("content-type", name.contentType());
        headers.put("x-amz-target", name.target() + "." + operation);
        SignatureV4.Subject subject = new SignatureV4.Subject("POST", endpoint.path(), "", headers, body);
        SignatureV4 signature = new SignatureV4(credentials.current(), region, name.host());
        try {
            return connection.exchange("POST", endpoint.path(), signature.sign(subject, clock.millis() / 1000), body);
        } finally {
            connections.release(connection);
        }
    }

    private JsonObject result(String operation, HttpConnection.Reply reply) {
        JsonObject answer = parse(operation, reply);
        if (reply.status() == 200) {
            return answer;
        }
        String error = error(answer);
        if (reply.status() >= 500 || reply.status() == 429 || error.contains("Throttl")) {
            throw unavailable(operation, reply.status() + " " + error);
        }
        throw new Rejected("aws", name.host() + " " + operation + ": " + reply.status() + " " + error);
    }

    private JsonObject parse(String operation, HttpConnection.Reply reply) {
        try {
            return JsonParser.object().from(new String(reply.body(), StandardCharsets.UTF_8));
        } catch (JsonParserException e) {
            throw unavailable(operation, reply.status() + " without JSON");
        }
    }

    /** The error's code without its namespace; never its text, which may quote the request. */
    private static String error(JsonObject answer) {
        String type = answer.getString("__type", "");
        String code = type.substring(type.indexOf('#') + 1);
        return isCode(code) ? code : "an error without a code";
    }

    private static boolean isCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!letter && (c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 80;
    }

    private Unavailable unavailable(String operation, String what) {
        return new Unavailable("aws", name.host() + " " + operation + ": " + what, Optional.empty());
    }
}
