package dev.belay.platform;

import dev.belay.chat.Channel;
import dev.belay.chat.ChatUser;
import java.time.Instant;
import java.util.Optional;

/**
 * A channel as a listing shows it, whoever made it.
 *
 * @param says what stands at its head: people's words, never logged
 */
public record SeenChannel(Channel channel, Traits traits, Origin origin, String says) {
    /**
     * How a channel stands.
     *
     * @param sharedOutside whether people of another workspace or tenant are in it, or may be
     * @param joined whether our app is in it
     */
    public record Traits(boolean archived, boolean isPrivate, boolean sharedOutside, boolean joined) {}

    /**
     * Where a channel comes from.
     *
     * @param ours whether our app made it, by the platform's own word
     * @param mark what stands in it where our app writes its mark: anybody may write one, so that it proves nothing
     * @param by who made it, where the platform tells
     */
    public record Origin(boolean ours, Optional<String> mark, Optional<ChatUser> by, Instant at) {}
}
