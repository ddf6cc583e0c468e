package dev.belay.simulator.aws;

import dev.belay.simulator.http.Response;
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

/** Requests over HTTP, signed with the credentials given. */
record SignedHttp(HttpClient http, URI url, String region, Credentials credentials) implements AwsClient.Wire {
    @Override
    public Response send(String service, String target, String body) {
        try {
            HttpResponse<byte[]> answer =
                    http.send(request(service, target, body), HttpResponse.BodyHandlers.ofByteArray());
            return new Response(answer.statusCode(), Map.of(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(target + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(target + " was interrupted", new IOException(e));
        }
    }

    private HttpRequest request(String service, String target, String body) {
        TreeMap<String, List<String>> headers = new TreeMap<>();
        Instant now = Instant.now();
        headers.put("host", List.of(url.getAuthority()));
        headers.put("x-amz-date", List.of(Gatekeeper.TIME.format(now)));
        headers.put("x-amz-target", List.of(target));
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
}
