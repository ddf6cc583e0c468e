package dev.belay.platform;

import java.time.Instant;
import java.util.List;

/**
 * A channel that is to be created.
 *
 * @param teams on a platform where channels stand in teams: those that may hold it, each for when the one before it is full
 * @param marker the claim's random marker, which the channel carries where the platform lets it
 * @param claimedAt since when it may exist: a channel older than this is not ours
 */
public record ChannelDraft(
        String workspace, List<String> teams, String name, boolean isPrivate, String marker, Instant claimedAt) {
    public ChannelDraft {
        teams = List.copyOf(teams);
    }
}
