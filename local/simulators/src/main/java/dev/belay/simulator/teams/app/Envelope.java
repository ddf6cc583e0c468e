package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.PersonalChat;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.Tenant;
import java.time.Instant;
import java.util.function.Supplier;

/** What every activity from Teams bears (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference). */
final class Envelope {
    /** What the id of an activity begins with that brings no message of a person. */
    static final String OF_REQUEST = "f:";

    private final Tenant tenant;
    private final Supplier<String> serviceUrl;

    Envelope(Tenant tenant, Supplier<String> serviceUrl) {
        this.tenant = tenant;
        this.serviceUrl = serviceUrl;
    }

    /** An activity of a person in a channel's thread; in the channel as a whole where the root is empty. */
    JsonObject inChannel(String type, Person person, Channel channel, String root) {
        JsonObject activity = common(type, person);
        activity.put(
                "conversation", conversation(channel.id() + (root.isEmpty() ? "" : ";messageid=" + root), "channel"));
        JsonObject data = channelData(person);
        data.put(
                "team",
                object("id", channel.team().threadId(), "name", channel.team().name()));
        data.put("channel", object("id", channel.id()));
        data.put("teamsTeamId", channel.team().threadId());
        data.put("teamsChannelId", channel.id());
        activity.put("channelData", data);
        return activity;
    }

    JsonObject inChat(String type, Person person, PersonalChat chat) {
        JsonObject activity = common(type, person);
        activity.put("conversation", conversation(chat.id(), "personal"));
        activity.put("channelData", channelData(person));
        return activity;
    }

    /** An activity about a team as a whole, whose conversation is the team's own. */
    JsonObject inTeam(String type, Person person, Team team) {
        JsonObject activity = common(type, person);
        activity.put("conversation", conversation(team.threadId(), "channel"));
        JsonObject data = channelData(person);
        JsonObject named = object("id", team.threadId(), "name", team.name());
        named.put("aadGroupId", team.id());
        data.put("team", named);
        activity.put("channelData", data);
        return activity;
    }

    private JsonObject common(String type, Person person) {
        Instant now = tenant.clock().instant();
        JsonObject from = object("id", person.mri(), "name", person.name());
        if (person.kind() != Person.Kind.BOT) {
            from.put("aadObjectId", person.id());
        }
        JsonObject client = object("locale", "en-US", "country", "US", "platform", "Web");
        client.put("timezone", "UTC");
        client.put("type", "clientInfo");
        JsonObject activity =
                object("type", type, "id", OF_REQUEST + tenant.identifiers().unique());
        putTimes(activity, now);
        activity.put("localTimezone", "UTC");
        activity.put("channelId", "msteams");
        activity.put("serviceUrl", serviceUrl.get());
        activity.put("from", from);
        activity.put(
                "recipient",
                object("id", tenant.app().mri(), "name", tenant.app().name()));
        activity.put("locale", "en-US");
        activity.put("entities", JsonArray.from(client));
        return activity;
    }

    /** Both name one moment, each in its own way. */
    static void putTimes(JsonObject activity, Instant now) {
        activity.put("timestamp", now.toString());
        activity.put("localTimestamp", now.toString().replace("Z", "+00:00"));
    }

    private JsonObject conversation(String id, String type) {
        JsonObject conversation = object("id", id, "conversationType", type);
        conversation.put("tenantId", tenant.id());
        if ("channel".equals(type)) {
            conversation.put("isGroup", true);
        }
        return conversation;
    }

    private static JsonObject channelData(Person person) {
        JsonObject data = new JsonObject();
        data.put("source", object("name", "message"));
        data.put("tenant", object("id", person.tenant()));
        return data;
    }

    static JsonObject object(String... pairs) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(pairs[i], pairs[i + 1]);
        }
        return object;
    }
}
