package dev.belay.settings;

import dev.belay.chat.Platform;
import java.util.Optional;
import java.util.Set;

/**
 * Which chat platform, and what of it is ours.
 *
 * @param app the id of our app there; a press of another app's button is refused
 * @param workspaces the ids of our workspaces or tenants
 * @param organization the id of the organization that the workspaces belong to, where there is one: its people are ours
 */
public record ChatSettings(Platform platform, String app, Set<String> workspaces, Optional<String> organization) {
    public ChatSettings {
        workspaces = Set.copyOf(workspaces);
    }
}
