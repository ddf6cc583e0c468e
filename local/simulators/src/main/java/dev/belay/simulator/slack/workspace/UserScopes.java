package dev.belay.simulator.slack.workspace;

import java.util.List;

/** What a person's own token may do: all that people do in these workspaces. */
final class UserScopes {
    static final List<String> ALL = List.of(
            "channels:read",
            "channels:write",
            "channels:manage",
            "channels:history",
            "groups:read",
            "groups:write",
            "groups:history",
            "chat:write",
            "im:read",
            "im:write",
            "im:history",
            "users:read",
            "users:read.email",
            "files:read",
            "files:write",
            "pins:read",
            "pins:write",
            "bookmarks:read",
            "bookmarks:write");

    private UserScopes() {}
}
