package dev.belay.chat;

import java.net.URI;

/**
 * Where our app stands on a platform that installs it team by team.
 *
 * @param workspace the tenant
 * @param team the team's id in the platform's directory
 * @param conversation the team's id as a conversation, which some events name it by
 * @param service where the platform takes what we say there
 */
public record Installation(Platform platform, String workspace, String team, String conversation, URI service) {}
