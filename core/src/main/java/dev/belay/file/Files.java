package dev.belay.file;

import dev.belay.chat.Channel;
import dev.belay.line.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The files of a chat platform's conversations, both ways, as streams. Every method throws {@link dev.belay.failure.Unavailable} when a
 * retry will help, {@link dev.belay.failure.Rejected} when it will not, and {@link dev.belay.failure.CredentialsRefused} when our token is
 * refused.
 */
public interface Files {
    /**
     * The files of a message as they are now; one that was deleted meanwhile is left out.
     *
     * @param thread the thread's root message where the message is in one
     * @param ids the files' ids, on a platform that told them
     */
    List<SharedFile> of(Channel channel, Optional<String> thread, String message, List<String> ids);

    /**
     * Reads a file as a stream, which is closed afterwards.
     *
     * @return what the reader made of it, or why it cannot be read
     */
    Uploaded read(Channel channel, SharedFile file, Function<FileBytes, Uploaded> reader);

    /**
     * Uploads a file, so that it can be shared: nobody is told of it yet. Repeating it leaves one file that is shared; never an unknown
     * outcome.
     *
     * @param file its name bears a reference that no other file has
     */
    Uploaded upload(Channel channel, NamedFile file, FileBytes bytes);

    /**
     * Shows an uploaded file in a conversation.
     *
     * @param thread where the conversation is a thread: the id of its first message
     * @param line what is said of it
     * @param marker other for each message of ours
     * @return why it is refused, if it is: then nobody sees it
     * @throws dev.belay.failure.OutcomeUnknown when it may be there now: look with {@link #isShared}
     */
    Optional<FileRefusal> share(
            Channel channel, Optional<String> thread, Uploaded.Stored uploaded, Line line, String marker);

    /** Whether that uploaded file is shown there, since it was shared at or after that time. */
    boolean isShared(Channel channel, Optional<String> thread, Uploaded.Stored uploaded, String marker, Instant since);
}
