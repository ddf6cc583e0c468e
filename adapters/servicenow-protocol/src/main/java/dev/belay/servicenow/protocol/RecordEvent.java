package dev.belay.servicenow.protocol;

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
        EventBody said = EventBody.of(body);
        RecordRef record = record(said);
        String type = said.type();
        return new RecordEvent(
                record + ":" + count(said, body) + ":" + (type.isEmpty() ? RecordHint.Type.UPDATED.id() : type),
                type(type),
                occurredAt(said),
                said.instance(),
                record,
                type.equals(ATTACHED) ? attachment(said) : Optional.empty());
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

    private static Optional<SysId> attachment(EventBody said) {
        String id = said.optional("attachment").toLowerCase(Locale.ROOT);
        return SysId.isSysId(id) ? Optional.of(new SysId(id)) : Optional.empty();
    }

    private static RecordRef record(EventBody said) throws MalformedEvent {
        String table = said.text("table").toLowerCase(Locale.ROOT);
        String sysId = said.text("sys_id").toLowerCase(Locale.ROOT);
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
    private static String count(EventBody said, byte[] body) {
        Object value = said.json().get("sys_mod_count");
        String count = value instanceof Number ? value.toString() : said.optional("sys_mod_count");
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

    private static Optional<Instant> occurredAt(EventBody said) {
        try {
            Instant at = Instant.parse(said.optional("occurred_at"));
            return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
