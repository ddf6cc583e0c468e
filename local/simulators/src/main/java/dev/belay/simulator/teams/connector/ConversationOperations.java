package dev.belay.simulator.teams.connector;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Call;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.limit.Limit;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.PersonalChat;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** Begins conversations: a thread in a channel, or the 1:1 chat with a person (…/bots/how-to/conversations/send-proactive-messages). */
final class ConversationOperations {
    private final Tenant tenant;
    private final ConnectorAccess gate;
    private final Activities activities;

    ConversationOperations(Tenant tenant, ConnectorAccess gate, Activities activities) {
        this.tenant = tenant;
        this.gate = gate;
        this.activities = activities;
    }

    List<Operation> all() {
        return List.of(Operation.of("createConversation", "POST /v3/conversations", this::create));
    }

    private Response create(Call call) {
        gate.demand(call);
        JsonObject body = activities.body(call);
        return tenant.atomically(() -> {
            demandTenant(body);
            Optional<JsonObject> channel = object(object(body, "channelData"), "channel");
            return channel.isPresent()
                    ? thread(channel.get().getString("id", ""), object(Optional.of(body), "activity"))
                    : chat(body.getArray("members", new JsonArray()), object(Optional.of(body), "activity"));
        });
    }

    private void demandTenant(JsonObject body) {
        String named = object(object(body, "channelData"), "tenant")
                .map(each -> each.getString("id", ""))
                .orElseGet(() -> body.getString("tenantId", ""));
        if (!named.equals(tenant.id())) {
            throw ConnectorErrors.badArgument("The tenant of the conversation is missing or unknown.");
        }
    }

    private Response thread(String channelId, Optional<JsonObject> activity) {
        Channel channel = Place.channel(tenant, channelId);
        gate.count(Limit.CREATE, channel.id());
        Place place = new Place(Optional.of(channel), Optional.empty(), "");
        Message posted = activities
                .post(
                        place,
                        activity.orElseThrow(() -> ConnectorErrors.badArgument("activity is missing.")),
                        Optional.empty())
                .getLast();
        return made(Place.thread(channel, posted.id()), Optional.of(posted));
    }

    private Response chat(JsonArray members, Optional<JsonObject> activity) {
        if (members.size() != 1 || !(members.get(0) instanceof JsonObject member)) {
            throw ConnectorErrors.badArgument("A bot cannot begin a conversation of several people.");
        }
        Person person = tenant.person(member.getString("id", ""))
                .filter(Person::canPress)
                .orElseThrow(() -> ConnectorErrors.badArgument("The member's id is not one of a person."));
        if (!tenant.hasPersonalApp(person.id())) {
            throw ConnectorErrors.notInRoster();
        }
        PersonalChat chat = tenant.chatWith(person.id());
        gate.count(Limit.CREATE, chat.id());
        Place place = new Place(Optional.empty(), Optional.of(chat), "");
        return made(chat.id(), activity.map(each -> activities
                .post(place, each, Optional.empty())
                .getLast()));
    }

    private static Response made(String id, Optional<Message> posted) {
        JsonObject answer = new JsonObject();
        answer.put("id", id);
        posted.ifPresent(message -> answer.put("activityId", message.id()));
        return Response.json(201, JsonWriter.string(answer));
    }

    private static Optional<JsonObject> object(JsonObject from, String name) {
        return object(Optional.of(from), name);
    }

    private static Optional<JsonObject> object(Optional<JsonObject> from, String name) {
        return from.map(each -> each.get(name))
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }
}
