package dev.belay.wiring;

import dev.belay.chat.Platform;
import dev.belay.credential.AwaitCredentials;
import dev.belay.document.ConnectionSettings;
import dev.belay.file.FileTransfers;
import dev.belay.file.Files;
import dev.belay.link.ConversationLinks;
import dev.belay.person.Identities;
import dev.belay.person.Members;
import dev.belay.person.UserMap;
import dev.belay.relay.RelayToChat;
import dev.belay.relay.RelayToRecord;
import dev.belay.servicenow.ServiceNowAttachments;
import dev.belay.settings.Settings;
import dev.belay.slack.SlackPlatform;
import dev.belay.slack.call.SlackClient;
import dev.belay.teams.TeamsPlatform;
import dev.belay.wiring.adapter.AdapterDependencies;
import dev.belay.wiring.adapter.Adapters;
import dev.belay.wiring.credential.CredentialChecks;
import dev.belay.wiring.dependency.FileDependencies;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts together what files are brought over with: ServiceNow's attachments and the platforms' files, beside what every worker has. */
final class FileWiring implements BiFunction<ConnectionSettings, Adapters, Function<Settings, FileDependencies>> {
    private final ConversationLinks links;
    private final UserMap users;
    private final FileTransfers transfers;
    private final AdapterDependencies with;
    private final AwaitCredentials await;
    private final CredentialChecks checks;

    FileWiring(WorkerParts parts, AdapterDependencies with) {
        this.links = parts.links();
        this.users = parts.users();
        this.transfers = parts.fileTransfers();
        this.with = with;
        this.await = parts.awaitCredentials();
        this.checks = parts.checks();
    }

    @Override
    public Function<Settings, FileDependencies> apply(ConnectionSettings connections, Adapters adapters) {
        RelayToRecord.Tools tools = new RelayToRecord.Tools(
                links,
                adapters.records(),
                new ServiceNowAttachments(with.tableApi(connections), connections.serviceNow()),
                transfers,
                with.counters(),
                with.clock());
        RelayToRecord toRecord =
                new RelayToRecord(tools, new Members(with.clock()), new Identities(users, adapters.directory()));
        RelayToChat toChat = new RelayToChat(tools);
        Map<Platform, Files> files = files(connections);
        return now ->
                new FileDependencies(now, toRecord, toChat, adapters.chats(), files, await, checks.all(connections));
    }

    private Map<Platform, Files> files(ConnectionSettings settings) {
        Map<Platform, Files> files = new EnumMap<>(Platform.class);
        settings.slack()
                .ifPresent(slack -> files.put(
                        Platform.SLACK,
                        SlackPlatform.files(
                                new SlackClient(slack.api(), with.clock()),
                                with.slack(),
                                with.limits(),
                                with.counters(),
                                with.clock())));
        settings.teams()
                .ifPresent(teams -> files.put(
                        Platform.TEAMS,
                        TeamsPlatform.files(
                                with.teams(),
                                teams.chat(),
                                teams.services(),
                                with.installations(),
                                with.limits(),
                                with.counters(),
                                with.clock())));
        return files;
    }
}
