package dev.belay.local.demo.view;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** ServiceNow as an administrator sees it, over the Table API. */
public final class ServiceNowView {
    private static final String ATTACHMENTS = "/api/now/attachment";
    private static final String TABLES = "/api/now/table/";

    private final Api api;

    public ServiceNowView(HttpClient http, URI url) {
        String basic = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        this.api = new Api(http, url, "Basic " + basic);
    }

    public Ticket open(String table, Map<String, String> fields) {
        JsonObject record = taken(fields, api.post(TABLES + table, new JsonObject(fields)));
        return new Ticket(table, record.getString("number"), record.getString("sys_id"));
    }

    public JsonObject change(Ticket incident, String field, String value) {
        return change(incident, Map.of(field, value));
    }

    /** Changes several fields at once. */
    public JsonObject change(Ticket incident, Map<String, String> fields) {
        return taken(fields, api.patch(path(incident), new JsonObject(fields)));
    }

    private static JsonObject taken(Map<String, String> fields, JsonObject answer) {
        if (!answer.has("result")) {
            throw new StoryFailed("ServiceNow did not take " + fields + ": " + JsonWriter.string(answer));
        }
        return answer.getObject("result");
    }

    /** A field's value, dot-walked where the name is. */
    public String field(Ticket incident, String name) {
        return api.get(path(incident), Map.of("sysparm_fields", name, "sysparm_exclude_reference_link", "true"))
                .getObject("result")
                .getString(name, "");
    }

    private static String path(Ticket ticket) {
        return TABLES + ticket.table() + "/" + ticket.sysId();
    }

    /** Somebody attaches a file to a record. */
    public void attach(Ticket ticket, String name, byte[] bytes) {
        Map<String, String> query =
                Map.of("table_name", ticket.table(), "table_sys_id", ticket.sysId(), "file_name", name);
        taken(query, api.postBytes(ATTACHMENTS + "/file", query, "application/octet-stream", bytes));
    }

    /** The names of a record's attachments with their sizes. */
    public List<String> attachments(Ticket ticket) {
        return api
                .get(ATTACHMENTS, Map.of("sysparm_query", "table_sys_id=" + ticket.sysId()))
                .getArray("result")
                .stream()
                .map(JsonObject.class::cast)
                .map(file -> file.getString("file_name") + " " + file.getString("size_bytes"))
                .toList();
    }

    /** How many work notes hold these words. */
    public long notes(Ticket incident, String words) {
        return notes(incident).stream().filter(note -> note.contains(words)).count();
    }

    /** The work notes, as they were written. */
    public List<String> notes(Ticket incident) {
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
