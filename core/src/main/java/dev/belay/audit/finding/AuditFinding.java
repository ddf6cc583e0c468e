package dev.belay.audit.finding;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.record.RecordRef;
import java.util.Optional;

/**
 * One thing that does not agree.
 *
 * @param detail what is the matter with this one, in words without anything that people wrote
 */
public record AuditFinding(
        FindingKind kind,
        Optional<Platform> platform,
        Optional<RecordRef> record,
        Optional<Channel> channel,
        String detail) {
    public static AuditFinding of(FindingKind kind, String detail) {
        return new AuditFinding(kind, Optional.empty(), Optional.empty(), Optional.empty(), detail);
    }

    public AuditFinding on(Platform where) {
        return new AuditFinding(kind, Optional.of(where), record, channel, detail);
    }

    public AuditFinding in(Channel place) {
        return new AuditFinding(kind, Optional.of(place.platform()), record, Optional.of(place), detail);
    }

    public AuditFinding about(RecordRef which) {
        return new AuditFinding(kind, platform, Optional.of(which), channel, detail);
    }

    /** For the log: by ids alone. */
    @Override
    public String toString() {
        return kind.id()
                + platform.map(there -> " in " + there.id()).orElse("")
                + record.map(which -> " of " + which).orElse("")
                + channel.map(place -> " at " + place.id()).orElse("")
                + ": " + detail;
    }
}
