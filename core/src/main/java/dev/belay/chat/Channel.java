package dev.belay.chat;

import java.util.Optional;

/**
 * A channel as the platform returned it: the name may differ from the one asked for.
 *
 * @param workspace the Slack team id, or the tenant
 * @param team the team that holds it, on a platform where channels stand in teams
 */
public record Channel(Platform platform, String workspace, Optional<String> team, String id, String name) {
    public Channel named(String next) {
        return new Channel(platform, workspace, team, id, next);
    }
}
