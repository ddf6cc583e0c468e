package dev.belay.local.demo;

import com.grack.nanojson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** ServiceNow as an administrator sees it, over the Table API. */
final class ServiceNowView {
    private static final String INCIDENTS = "/api/now/table/incident";

    private final Api api;

    ServiceNowView(HttpClient http, URI url) {
        String basic = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        this.api = new Api(http, url, "Basic " + basic);
    }

    Incident open(int impact, int urgency, String shortDescription) {
        JsonObject record = api.post(
                        INCIDENTS,
                        JsonObject.builder()
                                .value("impact", Integer.toString(impact))
                                .value("urgency", Integer.toString(urgency))
                                .value("short_description", shortDescription)
                                .done())
                .getObject("result");
        return new Incident(record.getString("number"), record.getString("sys_id"));
    }

    JsonObject change(Incident incident, String field, String value) {
        return change(incident, Map.of(field, value));
    }

    /** Changes several fields at once. */
    JsonObject change(Incident incident, Map<String, String> fields) {
        return api.patch(INCIDENTS + "/" + incident.sysId(), new JsonObject(fields))
                .getObject("result");
    }

    /** A field's value, dot-walked where the name is. */
    String field(Incident incident, String name) {
        return api.get(
                        INCIDENTS + "/" + incident.sysId(),
                        Map.of("sysparm_fields", name, "sysparm_exclude_reference_link", "true"))
                .getObject("result")
                .getString(name, "");
    }

    /** How many work notes hold these words. */
    long notes(Incident incident, String words) {
        return notes(incident).stream().filter(note -> note.contains(words)).count();
    }

    /** The work notes, as they were written. */
    List<String> notes(Incident incident) {
        return api
                .get(
                        "/api/now/table/sys_journal_field",
                        Map.of(
                                "sysparm_query",
                                "element_id=" + incident.sysId() + "^element=work_notes",
                                "sysparm_fields",
                                "value"))
                .getArray("result")
                .stream()
                .map(row -> ((JsonObject) row).getString("value"))
                .toList();
    }
}
