package dev.belay.event;

import dev.belay.chat.ChatUser;
import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Word that there are files to be brought to the other side. It is a reason to look, and carries no file. */
public sealed interface FileEvent {
    /** The same each time this event is delivered. */
    String eventId();

    Platform platform();

    Instant acceptedAt();

    /**
     * A person wrote a message that may have files.
     *
     * @param at where: a channel, and the thread in it where the message is in one
     * @param message the message's id in its channel
     * @param files the files' ids, on a platform that tells them; else empty, and the message is to be read
     * @param told what was told of files by their ids, for those that may not be looked at
     */
    record Shared(
            String eventId,
            ConversationId at,
            String message,
            ChatUser by,
            List<String> files,
            Map<String, Told> told,
            Instant acceptedAt)
            implements FileEvent {
        public Shared {
            files = List.copyOf(files);
            told = Map.copyOf(told);
        }

        /** Of files of which nothing was told. */
        public Shared(
                String eventId,
                ConversationId at,
                String message,
                ChatUser by,
                List<String> files,
                Instant acceptedAt) {
            this(eventId, at, message, by, files, Map.of(), acceptedAt);
        }

        @Override
        public Platform platform() {
            return at.platform();
        }
    }

    /**
     * What the word itself says of a file.
     *
     * @param name as people called it
     * @param bytes its size; negative where it was not told
     */
    record Told(String name, long bytes) {}

    /** A file was attached to a record, to be shown in its conversation on one platform. */
    record Attached(String eventId, Platform platform, RecordRef record, SysId attachment, Instant acceptedAt)
            implements FileEvent {}
}
