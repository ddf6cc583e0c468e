package dev.belay.servicenow.protocol;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.chat.Platform;
import dev.belay.event.FileEvent;
import dev.belay.event.RecordHint;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.signature.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the business rule sends: that something happened to a record, and nothing of the record itself. Needed are the schema, the
 * instance and the record; all else only says more, and an event that lacks it is still word of a change.
 *
 * @param instance the ServiceNow instance as it called itself while the rule ran, so that a clone tells on itself
 * @param type what happened; none where it did not happen to a record
 * @param occurredAt when, where the event tells it
 * @param attachment what was attached to the record, where that is what happened
 */
public record RecordEvent(
        String eventId,
        Optional<RecordHint.Type> type,
        Optional<Instant> occurredAt,
        String instance,
        RecordRef record,
        Optional<SysId> attachment) {
    private static final String ATTACHED = "record.attached";
    private static final int SCHEMA = 1;
    private static final int LONGEST = 200;

    /** Times that no record has cannot be stored either. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.ofEpochSecond(4_102_444_800L);
    private static final String OF_RECORD = "record.";

    /** Of which nothing was attached. */
    public RecordEvent(
            String eventId,
            Optional<RecordHint.Type> type,
            Optional<Instant> occurredAt,
            String instance,
            RecordRef record) {
        this(eventId, type, occurredAt, instance, record, Optional.empty());
    }

    /**
     * Reads an event's body.
     *
     * @throws MalformedEvent when a field that is needed is missing or is not what it should be
     */
    public static RecordEvent of(byte[] body) throws MalformedEvent {
        JsonObject json = parse(body);
        if (!isSchema(json.get("schema"))) {
            throw new MalformedEvent("schema is not " + SCHEMA);
        }
        RecordRef record = record(json);
        String type = optional(json, "type").toLowerCase(Locale.ROOT);
        return new RecordEvent(
                record + ":" + count(json, body) + ":" + (type.isEmpty() ? RecordHint.Type.UPDATED.id() : type),
                type(type),
                occurredAt(json),
                text(json, "instance").toLowerCase(Locale.ROOT),
                record,
                type.equals(ATTACHED) ? attachment(json) : Optional.empty());
    }

    /**
     * The hint for the worker of one platform.
     *
     * @param kind the event's type, once it is sure that it has one
     */
    public RecordHint hint(RecordHint.Type kind, Platform platform, Instant acceptedAt) {
        Instant at = occurredAt.isPresent() ? occurredAt.get() : acceptedAt;
        return new RecordHint(eventId, platform, kind, record, at, acceptedAt);
    }

    /** The word for the worker of files, of one platform. */
    public FileEvent files(SysId attached, Platform platform, Instant acceptedAt) {
        return new FileEvent.Attached("servicenow:" + attached, platform, record, attached, acceptedAt);
    }

    private static Optional<SysId> attachment(JsonObject json) {
        String id = optional(json, "attachment").toLowerCase(Locale.ROOT);
        return SysId.isSysId(id) ? Optional.of(new SysId(id)) : Optional.empty();
    }

    private static boolean isSchema(@Nullable Object schema) {
        return String.valueOf(SCHEMA).equals(schema)
                || (schema instanceof Number number && number.doubleValue() == SCHEMA);
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
        String table = text(json, "table").toLowerCase(Locale.ROOT);
        String sysId = text(json, "sys_id").toLowerCase(Locale.ROOT);
        if (!RecordRef.isTable(table) || !SysId.isSysId(sysId)) {
            throw new MalformedEvent("table or sys_id is not one");
        }
        return RecordRef.of(table, sysId);
    }

    /** What happens to a record in a way that is not known, or not told, has changed it. */
    private static Optional<RecordHint.Type> type(String id) {
        Optional<RecordHint.Type> known = RecordHint.Type.of(id);
        if (known.isPresent()) {
            return known;
        }
        return id.isEmpty() || id.startsWith(OF_RECORD) ? Optional.of(RecordHint.Type.UPDATED) : Optional.empty();
    }

    /** Which of the record's events it is: the same for the same event, and another for another. */
    private static String count(JsonObject json, byte[] body) {
        Object value = json.get("sys_mod_count");
        String count = value instanceof Number ? value.toString() : optional(json, "sys_mod_count");
        return isCount(count) ? count : Sha256.hex(new String(body, StandardCharsets.UTF_8));
    }

    private static boolean isCount(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 18;
    }

    private static Optional<Instant> occurredAt(JsonObject json) {
        try {
            Instant at = Instant.parse(optional(json, "occurred_at"));
            return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Empty where it is no text that could be one. */
    private static String optional(JsonObject json, String name) {
        String text = json.getString(name, "");
        return text.length() <= LONGEST ? text : "";
    }

    private static String text(JsonObject json, String name) throws MalformedEvent {
        String text = optional(json, name);
        if (text.isEmpty()) {
            throw new MalformedEvent(name + " is missing or is not a text");
        }
        return text;
    }
}
