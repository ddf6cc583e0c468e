package dev.belay.platform;

import dev.belay.record.RecordRef;
import java.util.List;

/** One part of a channel's set-up. */
public sealed interface ChannelSetup {
    /** The part's id, which is stored. */
    default String id() {
        return switch (this) {
            case Description _ -> "description";
            case Bookmark _ -> "bookmark";
            case Postmortem _ -> "postmortem";
            case Pin _ -> "pin";
            case Invitation _ -> "invitation";
        };
    }

    /** Whether it is set again when what it says changes; else once. */
    default boolean follows() {
        return switch (this) {
            case Description _, Bookmark _, Postmortem _ -> true;
            case Pin _, Invitation _ -> false;
        };
    }

    /** What it says, as text: its hash is stored when it is done. */
    default String content() {
        return switch (this) {
            case Description(String topic, String purpose, String _) -> topic + '\0' + purpose;
            case Bookmark(RecordRef _, String title, String url) -> title + '\0' + url;
            case Postmortem(RecordRef _, String title, String url) -> title + '\0' + url;
            case Pin(String message) -> message;
            case Invitation(List<String> users) -> String.join(",", users);
        };
    }

    /**
     * What stands at the head of the channel.
     *
     * @param topic what it is about, in one line
     * @param purpose what it is for
     * @param marker the claim's, by which the channel is ours: it stays where the platform keeps it here
     */
    record Description(String topic, String purpose, String marker) implements ChannelSetup {}

    /** The record, kept at the top of the channel, which carries the binding where the platform lets it. */
    record Bookmark(RecordRef record, String title, String url) implements ChannelSetup {}

    /** The record's postmortem beside it. A later one takes the place of an earlier one. */
    record Postmortem(RecordRef record, String title, String url) implements ChannelSetup {}

    /** The card, pinned where the platform pins. */
    record Pin(String message) implements ChannelSetup {}

    /** People brought in, by chat user id. */
    record Invitation(List<String> users) implements ChannelSetup {
        public Invitation {
            users = List.copyOf(users);
        }
    }
}
