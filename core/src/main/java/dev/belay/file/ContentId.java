package dev.belay.file;

import dev.belay.chat.Platform;
import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.util.Optional;

/**
 * Which file is to be brought where: the same however often we are told of it, so that it is brought once. It is stored, and holds neither
 * the file's name nor an address, in which names of files and people stand.
 */
public record ContentId(String value) {
    private static final String OF_RECORD = "servicenow:";

    /**
     * A file that people shared, to be attached to a record.
     *
     * @param file what the file is known by on the platform
     */
    public static ContentId shared(Platform platform, String workspace, String file, RecordRef record) {
        return new ContentId(platform.id() + ":" + workspace + ":" + file + ">" + record);
    }

    /** An attachment of a record, to be shown in its conversation. */
    public static ContentId attached(SysId attachment, Platform platform) {
        return new ContentId(OF_RECORD + attachment.value() + ">" + platform.id());
    }

    /** The platform that it comes from; none where it comes from a record. */
    public Optional<Platform> origin() {
        return value.startsWith(OF_RECORD)
                ? Optional.empty()
                : Optional.of(Platform.of(value.substring(0, value.indexOf(':'))));
    }

    /** What our file and our note are found again by: it follows from what is brought where. */
    public NoteReference reference() {
        return NoteReference.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
