package dev.belay.chat;

import java.time.Instant;

/**
 * A channel that is to be created.
 *
 * @param marker the claim's random marker, borne by the channel where the platform lets it
 * @param claimedAt since when it may exist: a channel older than this is not ours
 */
public record ChannelDraft(String workspace, String name, boolean isPrivate, String marker, Instant claimedAt) {}
