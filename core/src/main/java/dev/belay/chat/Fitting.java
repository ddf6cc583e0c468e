package dev.belay.chat;

import java.util.List;

/** What makes a conversation comfortable and is not needed for it to work. */
public sealed interface Fitting {
    /** The channel's topic. */
    record Topic(String text) implements Fitting {}

    /** What the channel is for. */
    record Purpose(String text) implements Fitting {}

    /** A link kept at the top of the channel. */
    record Bookmark(String title, String url) implements Fitting {}

    /** The card, pinned. */
    record Pin(String message) implements Fitting {}

    /** People brought in, by chat user id. */
    record Invitation(List<String> users) implements Fitting {
        public Invitation {
            users = List.copyOf(users);
        }
    }
}
