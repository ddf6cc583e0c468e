package dev.belay.file;

import java.util.Optional;

/**
 * A file that people shared in a conversation.
 *
 * @param id what the platform knows its content by
 * @param file its name, fit for everywhere, its type and its size
 * @param link where those who may see it open it
 * @param source where the adapter reads it; its form is the adapter's business
 * @param refusal why it cannot be read, where that is known before
 */
public record SharedFile(String id, NamedFile file, String link, String source, Optional<FileRefusal> refusal) {
    /** Without the source, which may be a credential. */
    @Override
    public String toString() {
        return "SharedFile[" + id + "]";
    }
}
