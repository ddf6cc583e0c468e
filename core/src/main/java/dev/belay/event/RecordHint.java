package dev.belay.event;

import dev.belay.chat.Platform;
import dev.belay.record.RecordRef;
import java.time.Instant;
import java.util.Optional;

/**
 * Word from ServiceNow that something happened to a record. It never gets stale and is never obeyed (the worker is
 * level-triggered): it reads the record again and makes the conversation agree with it.
 *
 * @param eventId {@code <table>:<sys_id>:<sys_mod_count>:<type>}, the same each time the same event is sent
 * @param occurredAt when the record changed, as ServiceNow says
 * @param acceptedAt when ingress took it
 */
public record RecordHint(
        String eventId, Platform platform, Type type, RecordRef record, Instant occurredAt, Instant acceptedAt) {
    /** What happened to the record. The ids are stored in queues. */
    public enum Type {
        OPENED("record.opened"),
        UPDATED("record.updated"),
        JOURNAL("record.journal"),
        DELETED("record.deleted");

        private final String id;

        Type(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        public static Optional<Type> of(String id) {
            for (Type type : values()) { // no stream: ingress would pay for it in a cold start
                if (type.id.equals(id)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }
    }
}
