package dev.belay.simulator.teams.tenant;

/**
 * The 1:1 chat between the bot and a person.
 *
 * @param person the person's object id
 */
public record PersonalChat(String id, String person, Timeline timeline) {}
