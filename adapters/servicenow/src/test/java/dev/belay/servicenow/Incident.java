package dev.belay.servicenow;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;

/** An incident as the Table API returns it, to test with. */
public record Incident(JsonObject fields) {
    public static Incident opened() {
        JsonObject fields = new JsonObject();
        fields.put("sys_id", StubInstance.SYS_ID);
        fields.put("number", "INC0010023");
        fields.put("short_description", "Checkout down");
        fields.put("priority", "1");
        fields.put("state", "1");
        fields.put("active", "true");
        fields.put("assigned_to", "");
        fields.put("assigned_to.name", "");
        fields.put("assignment_group", "");
        fields.put("assignment_group.name", "");
        fields.put("opened_at", "2026-11-22 07:59:58");
        fields.put("sys_mod_count", "0");
        fields.put("u_conversation", "");
        return new Incident(fields);
    }

    public Incident with(String field, String value) {
        JsonObject changed = new JsonObject(fields);
        changed.put(field, value);
        return new Incident(changed);
    }

    Incident without(String field) {
        JsonObject changed = new JsonObject(fields);
        changed.remove(field);
        return new Incident(changed);
    }

    public Response answer() {
        return StubInstance.result(JsonWriter.string(fields));
    }
}
