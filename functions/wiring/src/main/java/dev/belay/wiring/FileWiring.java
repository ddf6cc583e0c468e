package dev.belay.wiring;

import dev.belay.chat.Platform;
import dev.belay.credential.AwaitCredentials;
import dev.belay.document.ConnectionSettings;
import dev.belay.file.FileTransfers;
import dev.belay.file.Files;
import dev.belay.health.Counters;
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
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Puts together what files are brought over with: ServiceNow's attachments and the platforms' files, beside what every worker has. */
final class FileWiring implements BiFunction<ConnectionSettings, Adapters, Function<Settings, FileDependencies>> {
    private final Stores stores;
    private final AdapterDependencies with;
    private final AwaitCredentials await;
    private final CredentialChecks checks;
    private final Counters counters;
    private final Clock clock;

    /** What is remembered. */
    record Stores(ConversationLinks links, UserMap users, FileTransfers transfers) {}

    FileWiring(
            Stores stores,
            AdapterDependencies with,
            AwaitCredentials await,
            CredentialChecks checks,
            Counters counters,
            Clock clock) {
        this.stores = stores;
        this.with = with;
        this.await = await;
        this.checks = checks;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public Function<Settings, FileDependencies> apply(ConnectionSettings connections, Adapters adapters) {
        RelayToRecord.Tools tools = new RelayToRecord.Tools(
                stores.links(),
                adapters.records(),
                new ServiceNowAttachments(with.tableApi(connections), connections.serviceNow()),
                stores.transfers(),
                counters,
                clock);
        RelayToRecord toRecord =
                new RelayToRecord(tools, new Members(clock), new Identities(stores.users(), adapters.directory()));
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
                                new SlackClient(slack.api(), clock),
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
