package dev.belay.servicenow.protocol;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.chat.Platform;
import dev.belay.event.RecordHint;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What the business rule sends: that something happened to a record, and nothing of the record itself.
 *
 * @param instance the ServiceNow instance as it called itself while the rule ran, so that a clone tells on itself
 */
public record RecordEvent(String eventId, RecordHint.Type type, Instant occurredAt, String instance, RecordRef record) {
    private static final int SCHEMA = 1;

    /**
     * Reads an event's body.
     *
     * @throws MalformedEvent when a field is missing or is not what it should be
     */
    public static RecordEvent of(byte[] body) throws MalformedEvent {
        JsonObject json = parse(body);
        if (!(json.get("schema") instanceof Number schema) || schema.doubleValue() != SCHEMA) {
            throw new MalformedEvent("schema is not " + SCHEMA);
        }
        RecordHint.Type type = type(json);
        RecordRef record = record(json);
        return new RecordEvent(eventId(json, record, type), type, occurredAt(json), text(json, "instance"), record);
    }

    /** The hint for the worker of one platform. */
    public RecordHint hint(Platform platform, Instant acceptedAt) {
        return new RecordHint(eventId, platform, type, record, occurredAt, acceptedAt);
    }

    private static JsonObject parse(byte[] body) throws MalformedEvent {
        try {
            return JsonParser.object().withLazyNumbers().from(new String(body, StandardCharsets.UTF_8));
        } catch (JsonParserException e) {
            throw new MalformedEvent("the body is not a JSON object");
        } catch (StackOverflowError e) {
            throw new MalformedEvent("the body is nested too deeply");
        }
    }

    private static RecordRef record(JsonObject json) throws MalformedEvent {
        String table = text(json, "table");
        String sysId = text(json, "sys_id");
        if (!RecordRef.isTable(table) || !SysId.isSysId(sysId)) {
            throw new MalformedEvent("table or sys_id is not one");
        }
        return RecordRef.of(table, sysId);
    }

    private static RecordHint.Type type(JsonObject json) throws MalformedEvent {
        Optional<RecordHint.Type> type = RecordHint.Type.of(text(json, "type"));
        if (type.isEmpty()) {
            throw new MalformedEvent("type is unknown");
        }
        return type.get();
    }

    private static String eventId(JsonObject json, RecordRef record, RecordHint.Type type) throws MalformedEvent {
        String count = text(json, "sys_mod_count");
        String eventId = text(json, "event_id");
        if (!isCount(count) || !eventId.equals(record + ":" + count + ":" + type.id())) {
            throw new MalformedEvent("event_id is not <table>:<sys_id>:<sys_mod_count>:<type>");
        }
        return eventId;
    }

    private static boolean isCount(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() <= 18;
    }

    private static Instant occurredAt(JsonObject json) throws MalformedEvent {
        try {
            return Instant.parse(text(json, "occurred_at"));
        } catch (DateTimeException e) {
            throw new MalformedEvent("occurred_at is not a time such as 2026-11-23T12:00:00Z");
        }
    }

    private static String text(JsonObject json, String name) throws MalformedEvent {
        if (json.get(name) instanceof String text && !text.isEmpty() && text.length() <= 200) {
            return text;
        }
        throw new MalformedEvent(name + " is missing or is not a text");
    }
}
