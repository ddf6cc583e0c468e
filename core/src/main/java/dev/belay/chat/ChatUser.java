package dev.belay.chat;

/**
 * A person in chat.
 *
 * @param workspace the Slack team id, or the tenant
 * @param id the user's id there
 */
public record ChatUser(Platform platform, String workspace, String id) {}
