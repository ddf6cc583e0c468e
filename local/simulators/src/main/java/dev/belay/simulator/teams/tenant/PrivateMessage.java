package dev.belay.simulator.teams.tenant;

/**
 * A message that one person alone sees.
 *
 * @param conversation the id of the channel, or of the 1:1 chat
 */
public record PrivateMessage(String conversation, Message message) {}
