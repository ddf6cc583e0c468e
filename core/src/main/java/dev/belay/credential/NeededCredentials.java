package dev.belay.credential;

import dev.belay.chat.ConversationId;
import dev.belay.chat.Platform;
import dev.belay.credential.CredentialId.Kind;
import dev.belay.event.ChannelEvent;
import dev.belay.event.FileEvent;
import dev.belay.event.RecordHint;
import dev.belay.event.TeamEvent;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What work cannot be done without.
 *
 * @param each of each of these lists one credential at least; an empty list asks for none
 */
public record NeededCredentials(List<List<CredentialId>> each) {
    public NeededCredentials {
        each = each.stream().map(List::copyOf).toList();
    }

    /**
     * ServiceNow's, and one of the workspaces that the routes name for the record's table: which of them it goes to is known only once
     * the record was read.
     */
    public static NeededCredentials of(RecordHint hint, Settings settings) {
        Set<String> workspaces = settings.routes().stream()
                .filter(route -> route.platform() == hint.platform()
                        && route.table().equals(hint.record().table()))
                .map(route -> route.workspace())
                .collect(Collectors.toCollection(TreeSet::new));
        return new NeededCredentials(List.of(
                List.of(new CredentialId(Kind.SERVICENOW, settings.serviceNow().instance())),
                workspaces.stream()
                        .map(workspace -> of(hint.platform(), workspace))
                        .toList()));
    }

    /** The workspace's alone: no record is read. */
    public static NeededCredentials of(TeamEvent event) {
        return new NeededCredentials(List.of(List.of(of(event.platform(), event.workspace()))));
    }

    /** The workspace's alone: no record is read. */
    public static NeededCredentials of(ChannelEvent event) {
        return new NeededCredentials(List.of(List.of(of(event.platform(), event.workspace()))));
    }

    /** ServiceNow's, and the workspace's of those that the files may come from or go to. */
    public static NeededCredentials of(FileEvent event, Settings settings) {
        CredentialId serviceNow =
                new CredentialId(Kind.SERVICENOW, settings.serviceNow().instance());
        return switch (event) {
            case FileEvent.Shared shared ->
                new NeededCredentials(List.of(
                        List.of(serviceNow),
                        List.of(of(shared.platform(), shared.at().workspace()))));
            case FileEvent.Attached attached ->
                of(
                        new RecordHint(
                                attached.eventId(),
                                attached.platform(),
                                RecordHint.Type.UPDATED,
                                attached.record(),
                                attached.acceptedAt(),
                                attached.acceptedAt()),
                        settings);
        };
    }

    /** ServiceNow's and the workspace's: what is said in one is written in the other. */
    public static NeededCredentials of(ConversationId conversation, Settings settings) {
        return new NeededCredentials(List.of(
                List.of(new CredentialId(Kind.SERVICENOW, settings.serviceNow().instance())),
                List.of(of(conversation.platform(), conversation.workspace()))));
    }

    /** What our app proves itself with in a workspace or tenant. */
    public static CredentialId of(Platform platform, String workspace) {
        return new CredentialId(
                switch (platform) {
                    case SLACK -> Kind.SLACK;
                    case TEAMS -> Kind.TEAMS;
                },
                workspace);
    }
}
