package dev.belay.simulator.servicenow;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.time.PassingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A simulated instance with its integration user and a few people, and a plain HTTP client to it. */
final class Instance implements AutoCloseable {
    static final String USER = "belay.integration";
    static final String INCIDENT = "/api/now/table/incident";

    final PassingClock clock = new PassingClock(() -> Instant.parse("2026-03-02T10:15:30Z"));
    final Faults faults = new Faults();
    final SimulatedServiceNow snow =
            SimulatedServiceNow.start(0, faults, clock, "acme").application("belay", "s3cret", USER);
    final Person jane = snow.people().person("Jane Doe", "jane.doe", "jane@acme.example", "major_incident_manager");
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    /** Lets the integration user read and write whatever people may. */
    Instance soft() {
        snow.control().soften(USER);
        return this;
    }

    /** A request of the integration user, to be sent with what it adds. */
    HttpRequest.Builder asApplication(String path) {
        if (token.isEmpty()) {
            token = object(send(tokenRequest("s3cret"))).getString("access_token");
            snow.forgetCalls();
            faults.heal();
        }
        return plain(path).header("Authorization", "Bearer " + token);
    }

    /** Has the next request of the integration user fetch a token first. */
    void newToken() {
        token = "";
    }

    HttpRequest.Builder asPerson(String userName, String path) {
        String credentials = userName + ":" + userName;
        return plain(path)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(snow.url().resolve(path)).header("Accept", "application/json");
    }

    HttpRequest.Builder tokenRequest(String secret) {
        return HttpRequest.newBuilder(snow.url().resolve("/oauth_token.do"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=belay&client_secret=" + secret));
    }

    HttpResponse<String> get(String path) {
        return send(asApplication(path));
    }

    HttpResponse<String> query(String table, String query) {
        return get("/api/now/table/" + table + "?sysparm_query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                + "&sysparm_exclude_reference_link=true");
    }

    HttpResponse<String> post(String json) {
        return send(json(asApplication(INCIDENT + "?sysparm_exclude_reference_link=true"), "POST", json));
    }

    HttpResponse<String> patch(String sysId, String json) {
        return send(
                json(asApplication(INCIDENT + "/" + sysId + "?sysparm_exclude_reference_link=true"), "PATCH", json));
    }

    HttpResponse<String> patchAs(String userName, String sysId, String json) {
        return send(json(asPerson(userName, INCIDENT + "/" + sysId), "PATCH", json));
    }

    static HttpRequest.Builder json(HttpRequest.Builder request, String method, String json) {
        return request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
    }

    /** Opens an incident as Jane and returns its sys_id. */
    String opened(String json) {
        return result(send(json(asPerson("jane.doe", INCIDENT), "POST", json))).getString("sys_id");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonObject object(HttpResponse<String> response) {
        try {
            return JsonParser.object().from(response.body());
        } catch (JsonParserException e) {
            throw new AssertionError(response.statusCode() + " " + response.body(), e);
        }
    }

    static JsonObject result(HttpResponse<String> response) {
        return object(response).getObject("result");
    }

    static JsonArray results(HttpResponse<String> response) {
        return object(response).getArray("result");
    }

    @Override
    public void close() {
        http.close();
        snow.close();
    }
}
