package dev.belay.wiring;

import dev.belay.chat.Chat;
import dev.belay.chat.Installations;
import dev.belay.chat.Limits;
import dev.belay.chat.Platform;
import dev.belay.health.Counters;
import dev.belay.person.Directory;
import dev.belay.record.Records;
import dev.belay.servicenow.ClientCredentials;
import dev.belay.servicenow.ServiceNowDirectory;
import dev.belay.servicenow.ServiceNowRecords;
import dev.belay.servicenow.TableApi;
import dev.belay.settings.ChatSettings;
import dev.belay.settings.Route;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.settings.Settings;
import dev.belay.settings.TeamsSettings;
import dev.belay.slack.SlackChat;
import dev.belay.slack.call.SlackClient;
import dev.belay.slack.call.SlackTokens;
import dev.belay.teams.TeamsChat;
import dev.belay.teams.call.Credentials;
import java.net.URI;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** ServiceNow and the chat platforms, as the settings say that they are reached. */
record Systems(Records records, Directory directory, Map<Platform, Chat> chats) {
    /** The part of the settings from which these are built; when it changes, they are built anew. */
    record Decision(
            ServiceNowSettings serviceNow,
            Set<String> tables,
            Map<Platform, URI> chats,
            Optional<TeamsSettings> teams) {
        static Decision of(Settings settings) {
            return new Decision(
                    settings.serviceNow(),
                    settings.routes().stream().map(Route::table).collect(Collectors.toUnmodifiableSet()),
                    settings.chats().values().stream()
                            .collect(Collectors.toUnmodifiableMap(ChatSettings::platform, ChatSettings::api)),
                    settings.teams());
        }
    }

    /** What they are built with beside that. */
    record Outside(
            Supplier<ClientCredentials> client,
            SlackTokens tokens,
            Credentials teams,
            Installations installations,
            Limits limits,
            Supplier<Settings> settings,
            Counters counters,
            Clock clock) {}

    static Systems of(Decision decision, Outside outside) {
        TableApi api = new TableApi(decision.serviceNow().url(), outside.client(), outside.clock());
        Map<Platform, Chat> chats = new EnumMap<>(Platform.class);
        decision.chats().forEach((platform, url) -> chats.put(platform, chat(platform, url, outside)));
        return new Systems(
                new ServiceNowRecords(api, decision.serviceNow(), decision.tables()),
                new ServiceNowDirectory(api),
                chats);
    }

    private static Chat chat(Platform platform, URI api, Outside outside) {
        return switch (platform) {
            case SLACK ->
                new SlackChat(
                        new SlackClient(api),
                        outside.tokens(),
                        () -> chatSettings(outside.settings().get(), platform),
                        outside.limits(),
                        outside.counters(),
                        outside.clock());
            case TEAMS ->
                new TeamsChat(
                        outside.teams(),
                        () -> chatSettings(outside.settings().get(), platform),
                        () -> outside.settings()
                                .get()
                                .teams()
                                .orElseThrow(() -> new IllegalStateException("the settings name no teams")),
                        outside.installations(),
                        outside.limits(),
                        outside.counters(),
                        outside.clock());
        };
    }

    private static ChatSettings chatSettings(Settings settings, Platform platform) {
        ChatSettings found = settings.chats().get(platform);
        if (found == null) {
            throw new IllegalStateException("the settings name no " + platform.word());
        }
        return found;
    }
}
