package dev.belay.simulator.aws;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A caller of AWS's JSON protocols who signs with the credentials given: for tests, and for what AWS itself does. */
public final class AwsClient {
    private static final Map<String, String> TARGETS = Map.of(
            "dynamodb", "DynamoDB_20120810.",
            "sqs", "AmazonSQS.",
            "secretsmanager", "secretsmanager.",
            "ssm", "AmazonSSM.");

    /** The service said no. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        Refused(String code, String message) {
            super(code + ": " + message);
            this.code = code;
        }

        /** The error's name without its name space, e.g. {@code ResourceNotFoundException}. */
        public String code() {
            return code;
        }
    }

    private final HttpClient http;
    private final URI url;
    private final String region;
    private final Credentials credentials;

    AwsClient(HttpClient http, URI url, String region, Credentials credentials) {
        this.http = http;
        this.url = url;
        this.region = region;
        this.credentials = credentials;
    }

    /** A client of some other server that speaks AWS's JSON protocols. */
    public static AwsClient of(URI url, String region, Credentials credentials) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new AwsClient(http, url, region, credentials);
    }

    /**
     * Calls one operation.
     *
     * @param service the endpoint's name, e.g. {@code dynamodb}
     * @throws Refused when the answer is an error
     * @throws UncheckedIOException when there is no answer
     */
    public JsonObject call(String service, String operation, JsonObject arguments) {
        HttpResponse<String> answer = send(service, operation, JsonWriter.string(arguments));
        JsonObject body = parse(answer.body());
        if (answer.statusCode() != 200) {
            String type = body.getString("__type", "");
            throw new Refused(
                    type.substring(type.indexOf('#') + 1), body.getString("message", body.getString("Message", "")));
        }
        return body;
    }

    private HttpResponse<String> send(String service, String operation, String body) {
        try {
            return http.send(request(service, operation, body), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(service + " " + operation + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(service + " " + operation + " was interrupted", new IOException(e));
        }
    }

    private HttpRequest request(String service, String operation, String body) {
        TreeMap<String, List<String>> headers = new TreeMap<>();
        Instant now = Instant.now();
        headers.put("host", List.of(url.getAuthority()));
        headers.put("x-amz-date", List.of(Gatekeeper.TIME.format(now)));
        headers.put("x-amz-target", List.of(TARGETS.get(service) + operation));
        credentials.sessionToken().ifPresent(token -> headers.put("x-amz-security-token", List.of(token)));
        SdkSigner.Subject subject = new SdkSigner.Subject(
                "POST", "/", Map.of(), headers, SdkSigner.sha256(body.getBytes(StandardCharsets.UTF_8)));
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("/"))
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("Authorization", SdkSigner.authorization(subject, now, region, service, credentials))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.tailMap("x-").forEach((name, values) -> request.header(name, values.getFirst()));
        return request.build();
    }

    private static JsonObject parse(String body) {
        try {
            return body.isEmpty() ? new JsonObject() : JsonParser.object().from(body);
        } catch (JsonParserException e) {
            throw new Refused("NotJson", body);
        }
    }
}
