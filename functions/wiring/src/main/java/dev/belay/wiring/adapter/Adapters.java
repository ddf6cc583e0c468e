package dev.belay.wiring.adapter;

import dev.belay.chat.Platform;
import dev.belay.document.ConnectionSettings;
import dev.belay.document.PagerConnection;
import dev.belay.pager.Pager;
import dev.belay.pagerduty.PagerDutyPager;
import dev.belay.pagerduty.PagerDutySettings;
import dev.belay.person.Directory;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.ChronicledRecords;
import dev.belay.record.Chronicles;
import dev.belay.record.Journals;
import dev.belay.record.Records;
import dev.belay.servicenow.ServiceNowDirectory;
import dev.belay.servicenow.ServiceNowJournals;
import dev.belay.servicenow.ServiceNowOnCall;
import dev.belay.servicenow.ServiceNowRecords;
import dev.belay.servicenow.table.TableApi;
import dev.belay.slack.SlackPlatform;
import dev.belay.slack.call.SlackClient;
import dev.belay.teams.TeamsPlatform;
import dev.belay.webhook.WebhookPager;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * ServiceNow, the chat platforms and what pages people, reached as the settings say.
 *
 * @param pagers by the names that routes call them by
 */
public record Adapters(
        Records records,
        Journals journals,
        Directory directory,
        Map<Platform, ChatPlatform> chats,
        Map<String, Pager> pagers) {
    public static Adapters of(ConnectionSettings settings, AdapterDependencies with) {
        TableApi api = with.tableApi(settings);
        Map<Platform, ChatPlatform> chats = new EnumMap<>(Platform.class);
        for (Platform platform : Platform.values()) {
            chat(platform, settings, with).ifPresent(chat -> chats.put(platform, chat));
        }
        return new Adapters(
                new ServiceNowRecords(api, settings.serviceNow(), settings.tables()),
                new ServiceNowJournals(api, settings.serviceNow(), settings.tables(), with.clock()),
                new ServiceNowDirectory(api),
                chats,
                pagers(settings, api, with));
    }

    /** The same, with what people did about each record from chat. */
    public Adapters chronicledIn(Chronicles chronicles) {
        return new Adapters(new ChronicledRecords(records, chronicles), journals, directory, chats, pagers);
    }

    private static Optional<ChatPlatform> chat(
            Platform platform, ConnectionSettings settings, AdapterDependencies with) {
        return switch (platform) {
            case SLACK -> settings.slack().map(slack -> slack(slack, with));
            case TEAMS -> settings.teams().map(teams -> teams(teams, with));
        };
    }

    private static ChatPlatform slack(ConnectionSettings.Slack settings, AdapterDependencies with) {
        return SlackPlatform.of(
                new SlackClient(settings.api(), with.clock()),
                with.slack(),
                settings.chat(),
                with.limits(),
                with.counters(),
                with.clock());
    }

    private static ChatPlatform teams(ConnectionSettings.Teams settings, AdapterDependencies with) {
        return TeamsPlatform.of(
                with.teams(),
                settings.chat(),
                settings.services(),
                with.installations(),
                with.limits(),
                with.counters(),
                with.clock());
    }

    private static Map<String, Pager> pagers(ConnectionSettings settings, TableApi api, AdapterDependencies with) {
        Map<String, Pager> pagers = new HashMap<>();
        settings.pagers().forEach((name, connection) -> pagers.put(name, pager(name, connection, api, with)));
        return Map.copyOf(pagers);
    }

    private static Pager pager(String name, PagerConnection connection, TableApi api, AdapterDependencies with) {
        return switch (connection) {
            case PagerConnection.PagerDuty(PagerDutySettings account) ->
                new PagerDutyPager(account, with.pagerSecrets().apply(name), with.counters(), with.clock());
            case PagerConnection.Webhook(URI url) ->
                new WebhookPager(name, url, with.pagerSecrets().apply(name), with.counters(), with.clock());
            case PagerConnection.ServiceNowOnCall() -> new ServiceNowOnCall(api);
        };
    }
}
