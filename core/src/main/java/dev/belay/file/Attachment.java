package dev.belay.file;

import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.util.Optional;

/**
 * A file that is attached to a record.
 *
 * @param author the {@code user_name} of whoever attached it
 * @param own the reference in its name, where our own user attached it
 * @param link where those who may see it open it
 */
public record Attachment(
        SysId id, RecordRef record, NamedFile file, String author, Optional<String> own, String link) {}
