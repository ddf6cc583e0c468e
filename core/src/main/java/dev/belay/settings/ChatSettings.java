package dev.belay.settings;

import dev.belay.chat.Platform;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which chat platform, and what of it is ours.
 *
 * @param app the id of our app there; a press of another app's button is refused
 * @param workspaces the ids of our workspaces or tenants
 * @param mailDomains for a workspace or tenant the domains that its people's e-mail addresses may have, in lower case; any where it
 *     names none
 * @param organization the id of the organization that the workspaces belong to, where there is one: its people are ours
 * @param markingReaction the emoji by which a reaction marks a message to be recorded, by its name without colons; none where none does
 */
public record ChatSettings(
        Platform platform,
        String app,
        Set<String> workspaces,
        Optional<String> organization,
        Map<String, Set<String>> mailDomains,
        Optional<String> markingReaction) {
    public ChatSettings {
        workspaces = Set.copyOf(workspaces);
        mailDomains = mailDomains.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** With any mail domain, and where no reaction marks a message. */
    public ChatSettings(Platform platform, String app, Set<String> workspaces, Optional<String> organization) {
        this(platform, app, workspaces, organization, Map.of(), Optional.empty());
    }

    /** Whether somebody of this workspace may be known by this address: its administrators decide what stands in their profiles. */
    public boolean vouches(String workspace, String email) {
        Set<String> domains = mailDomains.getOrDefault(workspace, Set.of());
        String domain = email.substring(email.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        String bare = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        return domains.isEmpty() || domains.contains(bare);
    }
}
