package dev.belay.event;

import dev.belay.chat.Platform;
import dev.belay.record.RecordRef;
import java.time.Instant;

/**
 * Word from ServiceNow that something happened to a record. It never gets stale and is never obeyed: the worker reads the
 * record again and makes the conversation agree with it.
 *
 * @param eventId {@code <table>:<sys_id>:<sys_mod_count>:<type>}, the same each time the same event is sent
 * @param type {@code record.opened}, {@code record.updated}, {@code record.journal} or {@code record.deleted}
 * @param occurredAt when the record changed, as ServiceNow says
 * @param acceptedAt when ingress took it
 */
public record RecordHint(
        String eventId, Platform platform, String type, RecordRef record, Instant occurredAt, Instant acceptedAt) {}
