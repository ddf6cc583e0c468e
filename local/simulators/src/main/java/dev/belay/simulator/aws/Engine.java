package dev.belay.simulator.aws;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way to an engine behind the endpoint: requests go on as they came, and answers come back as they are. */
final class Engine {
    private static final List<String> PASSED = List.of("authorization", "content-type", "x-amz-date", "x-amz-target");
    private static final List<String> RETURNED =
            List.of("Content-Type", "x-amz-crc32", "x-amzn-RequestId", "x-amzn-query-error");

    private final HttpClient client;
    private final URI url;

    Engine(HttpClient client, URI url) {
        this.client = client;
        this.url = url;
    }

    Response forward(Request request) {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(url.resolve(request.path()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        PASSED.forEach(name -> request.header(name).ifPresent(value -> forwarded.header(name, value)));
        try {
            return answer(client.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw AwsError.unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AwsError.unavailable();
        }
    }

    private static Response answer(HttpResponse<byte[]> answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        RETURNED.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value)));
        return new Response(answer.statusCode(), headers, answer.body());
    }
}
