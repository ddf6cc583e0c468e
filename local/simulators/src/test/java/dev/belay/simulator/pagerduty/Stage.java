package dev.belay.simulator.pagerduty;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.time.PassingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

/** A simulated account and a plain HTTP client to it, which holds every answer against what PagerDuty publishes. */
final class Stage implements AutoCloseable {
    final PassingClock clock = new PassingClock(() -> Instant.parse("2026-03-02T10:15:30Z"));
    final Faults faults = new Faults();
    final SimulatedPagerDuty pagerDuty = SimulatedPagerDuty.start(0, faults, clock);
    private final HttpClient http = HttpClient.newHttpClient();

    /** A request with the headers that PagerDuty requires, to be changed. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(pagerDuty.url().resolve(path))
                .setHeader("Authorization", "Token token=" + AcmeAccount.TOKEN)
                .setHeader("Accept", "application/vnd.pagerduty+json;version=2")
                .setHeader("Content-Type", "application/json")
                .setHeader("From", AcmeAccount.BELAY_EMAIL);
    }

    HttpResponse<String> get(String operation, String path) {
        return checked(operation, request(path));
    }

    HttpResponse<String> post(String operation, String path, String json) {
        return checked(operation, request(path).POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> checked(String operation, HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        PublishedApi.check(operation, answer.statusCode(), answer.body());
        return answer;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return attempt(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> attempt(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens an incident of a key on Acme's service. */
    HttpResponse<String> open(String key) {
        return post("createIncident", "/incidents", incident(key));
    }

    static String incident(String key) {
        return """
                {"incident":{"type":"incident","title":"INC0010001 Checkout down","urgency":"high","incident_key":"%s",
                "service":{"id":"%s","type":"service_reference"},
                "body":{"type":"incident_body","details":"https://acme.example"}}}""".formatted(key, AcmeAccount.SERVICE);
    }

    /** Asks a user or a policy to help. */
    HttpResponse<String> ask(String incident, String type, String id) {
        return post("createIncidentResponderRequest", "/incidents/" + incident + "/responder_requests", """
                {"requester_id":"%s","message":"Please join",
                "responder_request_targets":[{"responder_request_target":{"id":"%s","type":"%s"}}]}""".formatted(
                        AcmeAccount.BELAY, id, type));
    }

    JsonObject sim(String command, String json) {
        return object(send(HttpRequest.newBuilder(pagerDuty.url().resolve("/_sim/" + command))
                .POST(BodyPublishers.ofString(json))));
    }

    static JsonObject object(HttpResponse<String> answer) {
        try {
            return JsonParser.object().from(answer.body());
        } catch (JsonParserException e) {
            throw new AssertionError(answer.statusCode() + " " + answer.body(), e);
        }
    }

    static int code(HttpResponse<String> answer) {
        return object(answer).getObject("error").getInt("code");
    }

    static String id(HttpResponse<String> opened) {
        return object(opened).getObject("incident").getString("id");
    }

    @Override
    public void close() {
        http.close();
        pagerDuty.close();
    }
}
