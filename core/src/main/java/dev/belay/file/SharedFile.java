package dev.belay.file;

import java.util.Optional;

/**
 * A file that people shared in a conversation.
 *
 * @param id what it is known by in its message, however it changes; neither its name nor an address
 * @param content the same wherever this very content is shared; it may change while the file is on its way
 * @param file its name, fit for everywhere, its type and its size
 * @param link where those who may see it open it
 * @param source where the adapter reads it; its form is the adapter's business
 * @param refusal why it cannot be read, where that is known before
 */
public record SharedFile(
        String id, String content, NamedFile file, String link, String source, Optional<FileRefusal> refusal) {
    /** Where the platform knows a file by its content. */
    public SharedFile(String id, NamedFile file, String link, String source, Optional<FileRefusal> refusal) {
        this(id, id, file, link, source, refusal);
    }

    public SharedFile as(NamedFile other) {
        return new SharedFile(id, content, other, link, source, refusal);
    }

    /** Without the source, which may be a credential. */
    @Override
    public String toString() {
        return "SharedFile[" + id + "]";
    }
}
