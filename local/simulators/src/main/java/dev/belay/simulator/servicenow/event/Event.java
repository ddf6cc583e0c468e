package dev.belay.simulator.servicenow.event;

import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.servicenow.table.Change;
import dev.belay.simulator.servicenow.table.Moments;
import dev.belay.simulator.servicenow.table.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A thin event: that something happened to a record, and nothing of the record itself. */
public record Event(
        String type,
        Instant occurredAt,
        String table,
        String sysId,
        String modCount,
        String updatedBy,
        String attachment) {
    /** That a file was attached to a record: the attachment's row names it. */
    static Event ofAttachment(Change change) {
        Row row = change.row();
        return new Event(
                "record.attached",
                Moments.instant(row.value("sys_created_on")),
                row.value("table_name"),
                row.value("table_sys_id"),
                "0",
                change.by(),
                row.sysId());
    }

    static Event of(String type, Change change, Instant now) {
        Row row = change.row();
        Instant at = change.kind() == Change.Kind.DELETE ? now : Moments.instant(row.value("sys_updated_on"));
        return new Event(type, at, row.table(), row.sysId(), row.value("sys_mod_count"), change.by(), "");
    }

    public String id() {
        return table + ":" + sysId + ":" + (attachment.isEmpty() ? modCount : attachment) + ":" + type;
    }

    /** The body, in ASCII alone: which charset an instance's MAC would take is not documented. */
    String body(String instance) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("schema", 1);
        fields.put("event_id", id());
        fields.put("type", type);
        fields.put("occurred_at", occurredAt.toString());
        fields.put("instance", instance);
        fields.put("table", table);
        fields.put("sys_id", sysId);
        fields.put("sys_mod_count", modCount);
        fields.put("updated_by", updatedBy);
        if (!attachment.isEmpty()) {
            fields.put("attachment", attachment);
        }
        return ascii(JsonWriter.string(fields));
    }

    /** The body that says that the instance is there. */
    static String heartbeat(String instance, String at) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("schema", 1);
        fields.put("event_id", "heartbeat:" + at);
        fields.put("type", "instance.heartbeat");
        fields.put("occurred_at", at);
        fields.put("instance", instance);
        return ascii(JsonWriter.string(fields));
    }

    private static String ascii(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            escaped.append(c < 0x7f ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return escaped.toString();
    }
}
