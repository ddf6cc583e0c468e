package dev.belay.chat;

import dev.belay.record.RecordRef;
import java.util.List;

/** What makes a conversation comfortable and is not needed for it to work. */
public sealed interface Fitting {
    /**
     * What stands at the head of the channel.
     *
     * @param topic what it is about, in one line
     * @param purpose what it is for
     * @param marker the claim's, by which the channel is ours: it stays where the platform keeps it here
     */
    record Description(String topic, String purpose, String marker) implements Fitting {}

    /** The record, kept at the top of the channel, which bears the binding where the platform lets it. */
    record Bookmark(RecordRef record, String title, String url) implements Fitting {}

    /** The card, pinned where the platform pins. */
    record Pin(String message) implements Fitting {}

    /** People brought in, by chat user id. */
    record Invitation(List<String> users) implements Fitting {
        public Invitation {
            users = List.copyOf(users);
        }
    }
}
