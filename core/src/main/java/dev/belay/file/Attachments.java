package dev.belay.file;

import dev.belay.record.NoteReference;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.util.Optional;
import java.util.function.Function;

/**
 * The attachments of ServiceNow's records. Every method throws {@link dev.belay.failure.Unavailable} when a retry will help,
 * {@link dev.belay.failure.Rejected} when it will not, and {@link dev.belay.failure.CredentialsRefused} when our OAuth client is refused.
 */
public interface Attachments {
    /** The attachment as it is now; none when there is no such one, or we may not read it. */
    Optional<Attachment> find(SysId attachment);

    /** The attachment of a record that bears this reference in its name and that our own user made. */
    Optional<SysId> findOwn(RecordRef record, NoteReference reference);

    /**
     * Reads an attachment as a stream, which is closed afterwards.
     *
     * @return what the reader made of it, or why it cannot be read
     */
    Uploaded read(Attachment attachment, Function<FileBytes, Uploaded> reader);

    /**
     * Attaches a file to a record, as it streams in.
     *
     * @return with the attachment's sys_id; or why it is refused, of whatever kind the refusal is: nothing is there then
     * @throws dev.belay.failure.OutcomeUnknown when it may be there now: look with {@link #findOwn}
     */
    Uploaded attach(RecordRef record, NamedFile file, FileBytes bytes);
}
