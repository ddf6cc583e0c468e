package dev.belay.team;

import dev.belay.chat.Platform;
import dev.belay.chat.ReplyAddress;

/**
 * Where our app stands on a platform that installs it team by team.
 *
 * @param workspace the tenant
 * @param team the team's id in the platform's directory
 * @param conversation the team's id as a conversation, which some events name it by
 * @param address where the platform takes what we say there
 */
public record Installation(
        Platform platform, String workspace, String team, String conversation, ReplyAddress address) {}
