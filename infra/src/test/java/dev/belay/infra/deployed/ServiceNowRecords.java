package dev.belay.infra.deployed;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Incidents in the simulated ServiceNow as an administrator opens, reads and changes them, over the Table API. */
final class ServiceNowRecords implements AutoCloseable {
    /** An incident that stands there. */
    record Incident(String sysId, String number) {
        /** What the names of its channels begin with. */
        String prefix() {
            return number.toLowerCase(Locale.ROOT) + "-";
        }
    }

    private static final String TABLE = "/api/now/table/incident";

    private final URI serviceNow;
    private final HttpClient http = HttpClient.newHttpClient();

    ServiceNowRecords(URI serviceNow) {
        this.serviceNow = serviceNow;
    }

    /** Opens an incident of priority 1. */
    Incident open(String shortDescription) {
        return open(shortDescription, 1);
    }

    /** @param impact and urgency: 1 makes priority 1, and 3 a low one */
    Incident open(String shortDescription, int impact) {
        String level = Integer.toString(impact);
        JsonObject opened =
                send("POST", TABLE, Map.of("impact", level, "urgency", level, "short_description", shortDescription));
        return new Incident(opened.getString("sys_id"), opened.getString("number"));
    }

    void change(Incident incident, String field, String value) {
        send("PATCH", TABLE + "/" + incident.sysId(), Map.of(field, value));
    }

    /** A field's value, dot-walked where the name is. */
    String field(Incident incident, String name) {
        String query = "?sysparm_exclude_reference_link=true&sysparm_fields=" + name;
        return send("GET", TABLE + "/" + incident.sysId() + query, Map.of()).getString(name, "");
    }

    /** All work notes, in one text. */
    String notes(Incident incident) {
        return rows(
                "/api/now/table/sys_journal_field?sysparm_fields=value&sysparm_query=element=work_notes%5Eelement_id="
                        + incident.sysId());
    }

    /** What is known of the attachments, in one text. */
    String attachments(Incident incident) {
        return rows("/api/now/attachment?sysparm_query=table_sys_id=" + incident.sysId());
    }

    private String rows(String path) {
        return JsonWriter.string(answered("GET", path, Map.of()).getArray("result", new JsonArray()));
    }

    private JsonObject send(String method, String path, Map<String, String> fields) {
        JsonObject answer = answered(method, path, fields);
        return Optional.ofNullable(answer.getObject("result"))
                .orElseThrow(() ->
                        new AssertionError(method + " " + path + " was answered with " + JsonWriter.string(answer)));
    }

    private JsonObject answered(String method, String path, Map<String, String> fields) {
        String basic = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(serviceNow + path))
                .header("Authorization", "Basic " + basic)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        fields.isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JsonWriter.string(new JsonObject(fields))))
                .build();
        try {
            return JsonParser.object()
                    .from(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | JsonParserException e) {
            throw new UncheckedIOException(new IOException(method + " " + path, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
