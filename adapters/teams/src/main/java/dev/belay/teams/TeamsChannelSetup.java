package dev.belay.teams;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.Rejected;
import dev.belay.platform.ChannelSetup;
import dev.belay.teams.call.Operation;
import dev.belay.teams.call.Outcome;
import dev.belay.teams.call.TeamsCalls;
import dev.belay.teams.endpoint.GraphItems;
import dev.belay.teams.endpoint.TeamsEndpoints;
import dev.belay.teams.endpoint.TeamsSettings;
import dev.belay.teams.message.ChannelThreads;
import dev.belay.teams.person.TeamsPeople;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sets up description, tab and invitation of a channel. No app can pin in one: the tab stands at its top. */
final class TeamsChannelSetup {
    /** Of a channel's description. */
    private static final int LONGEST = 1024;

    /** The built-in app whose tab shows any web page (learn.microsoft.com/graph/teams-configuring-builtin-tabs). */
    private static final String WEBSITE = "com.microsoft.teamspace.tab.web";

    private final TeamsCalls calls;
    private final TeamsEndpoints endpoints;
    private final TeamsSettings services;
    private final ChannelThreads threads;
    private final TeamsPeople people;

    TeamsChannelSetup(
            TeamsCalls calls,
            TeamsEndpoints endpoints,
            TeamsSettings services,
            ChannelThreads threads,
            TeamsPeople people) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.services = services;
        this.threads = threads;
        this.people = people;
    }

    void setUp(Channel channel, ChannelSetup part) {
        switch (part) {
            case ChannelSetup.Description(String topic, String purpose, String marker) ->
                describe(channel, topic + "\n" + purpose, marker);
            case ChannelSetup.Bookmark bookmark -> tab(channel, bookmark);
            case ChannelSetup.Postmortem postmortem -> page(channel, postmortem);
            case ChannelSetup.Pin _ -> {}
            case ChannelSetup.Invitation(List<String> users) -> invite(channel, users);
        }
    }

    /** The claim's marker stays: by it the channel is ours. What people wrote cannot look like one. */
    private void describe(Channel channel, String words, String marker) {
        String kept = "\n" + TeamsChannels.mark(marker);
        String plain = words.replace("[belay:", "[belay :");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST - kept.length()));
        JsonObject body =
                JsonObject.builder().value("description", whole(cut) + kept).done();
        calls.need(channel.workspace(), Operation.DESCRIBE_CHANNEL, endpoints.graph(channel, ""), Optional.of(body));
    }

    private static String whole(String cut) {
        boolean half = !cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1));
        return half ? cut.substring(0, cut.length() - 1) : cut;
    }

    private void tab(Channel channel, ChannelSetup.Bookmark bookmark) {
        String app = services.catalogApp()
                .orElseThrow(
                        () -> new Rejected(Platform.TEAMS.id(), "no tab: the settings name no teams.catalog_app_id"));
        String entity =
                bookmark.record().table() + ":" + bookmark.record().sysId().value();
        boolean known = tabs(channel).stream()
                .anyMatch(tab -> entity.equals(configuration(tab).getString("entityId", "")));
        if (!known) {
            add(channel, tab(app, entity, bookmark));
        }
    }

    /** Ours is known by its name; it is a web page's tab, which bears no id of ours. */
    private void page(Channel channel, ChannelSetup.Postmortem postmortem) {
        List<JsonObject> there = tabs(channel).stream()
                .filter(tab -> postmortem.title().equals(tab.getString("displayName", "")))
                .toList();
        JsonObject configuration = JsonObject.builder()
                .value("contentUrl", postmortem.url())
                .value("websiteUrl", postmortem.url())
                .done();
        if (there.isEmpty()) {
            add(
                    channel,
                    JsonObject.builder()
                            .value("displayName", postmortem.title())
                            .value("teamsApp@odata.bind", catalog(WEBSITE))
                            .value("configuration", configuration)
                            .done());
        } else if (there.stream()
                .noneMatch(tab -> postmortem.url().equals(configuration(tab).getString("websiteUrl", "")))) {
            URI address = endpoints.graph(
                    channel, "/tabs/" + TeamsEndpoints.encoded(there.getFirst().getString("id", "")));
            JsonObject body =
                    JsonObject.builder().value("configuration", configuration).done();
            calls.need(channel.workspace(), Operation.CHANGE_TAB, address, Optional.of(body));
        }
    }

    private List<JsonObject> tabs(Channel channel) {
        JsonObject there = calls.need(
                channel.workspace(), Operation.LIST_TABS, endpoints.graph(channel, "/tabs"), Optional.empty());
        return GraphItems.objects(there.getArray("value", new JsonArray()));
    }

    private void add(Channel channel, JsonObject tab) {
        calls.need(channel.workspace(), Operation.ADD_TAB, endpoints.graph(channel, "/tabs"), Optional.of(tab));
    }

    private static JsonObject configuration(JsonObject tab) {
        return tab.getObject("configuration", new JsonObject());
    }

    private String catalog(String app) {
        return services.graphName() + "/appCatalogs/teamsApps/" + app;
    }

    private JsonObject tab(String app, String entity, ChannelSetup.Bookmark bookmark) {
        return JsonObject.builder()
                .value("displayName", bookmark.title())
                .value("teamsApp@odata.bind", catalog(app))
                .object("configuration")
                .value("entityId", entity)
                .value("contentUrl", bookmark.url())
                .value("websiteUrl", bookmark.url())
                .end()
                .done();
    }

    /** Everybody in the team is in a standard channel already: a mention makes it show up for them, once. */
    private void invite(Channel channel, List<String> users) {
        boolean done = threads.findOwn(channel, Instant.EPOCH.plus(GraphItems.SKEW), TeamsChannelSetup::mentions)
                .isPresent();
        if (done || users.isEmpty()) {
            return;
        }
        JsonArray entities = new JsonArray();
        StringBuilder text = new StringBuilder("Please join in:");
        for (String user : users) {
            if (people.account(channel, user) instanceof Outcome.Done(JsonObject account)) {
                String at = "<at>" + account.getString("name", user).replaceAll("[<>&]", "") + "</at>";
                text.append(' ').append(at);
                entities.add(mention(at, account));
            }
        }
        if (!entities.isEmpty()) {
            JsonObject activity = JsonObject.builder()
                    .value("type", "message")
                    .value("text", text.toString())
                    .value("entities", entities)
                    .done();
            threads.begin(channel, Operation.SAY, activity);
        }
        if (entities.size() < users.size()) {
            throw new Rejected(
                    Platform.TEAMS.id(),
                    users.size() - entities.size() + " of the responders are not in the team: add them to it");
        }
    }

    private static boolean mentions(JsonObject message) {
        return !message.getArray("mentions", new JsonArray()).isEmpty();
    }

    private static JsonObject mention(String at, JsonObject account) {
        return JsonObject.builder()
                .value("type", "mention")
                .value("text", at)
                .object("mentioned")
                .value("id", account.getString("id", ""))
                .value("name", account.getString("name", ""))
                .end()
                .done();
    }
}
