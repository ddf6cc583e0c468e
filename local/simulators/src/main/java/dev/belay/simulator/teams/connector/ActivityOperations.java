package dev.belay.simulator.teams.connector;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.teams.call.Call;
import dev.belay.simulator.teams.call.Operation;
import dev.belay.simulator.teams.limit.Limit;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a bot says in a conversation, changes and takes back (learn.microsoft.com/azure/bot-service/rest-api, connector API reference). */
final class ActivityOperations {
    /** How long a message for one person lives (…/agents-in-teams/targeted-messages). */
    private static final Duration TARGETED_LIFE = Duration.ofHours(24);

    private final Tenant tenant;
    private final ConnectorAccess gate;
    private final Activities activities;

    ActivityOperations(Tenant tenant, ConnectorAccess gate, Activities activities) {
        this.tenant = tenant;
        this.gate = gate;
        this.activities = activities;
    }

    List<Operation> all() {
        return List.of(
                Operation.of("sendToConversation", "POST /v3/conversations/{conversation}/activities", this::send),
                Operation.of(
                        "replyToActivity", "POST /v3/conversations/{conversation}/activities/{activity}", this::reply),
                Operation.of(
                        "updateActivity", "PUT /v3/conversations/{conversation}/activities/{activity}", this::update),
                Operation.of(
                        "deleteActivity",
                        "DELETE /v3/conversations/{conversation}/activities/{activity}",
                        this::delete));
    }

    private Response send(Call call) {
        gate.demand(call);
        JsonObject activity = activities.body(call);
        return tenant.atomically(() -> sent(call, activity, Place.of(tenant, call.place("conversation"))));
    }

    /** An answer to a message stands in that message's thread. */
    private Response reply(Call call) {
        gate.demand(call);
        JsonObject activity = activities.body(call);
        return tenant.atomically(() -> {
            Place place = Place.of(tenant, call.place("conversation"));
            Message answered =
                    place.timeline().message(call.place("activity")).orElseThrow(ConnectorErrors::noActivity);
            return sent(call, activity, new Place(place.channel(), place.chat(), answered.root()));
        });
    }

    private Response sent(Call call, JsonObject activity, Place place) {
        gate.count(Limit.SEND, call.place("conversation"));
        if ("typing".equals(activity.getString("type"))) {
            return Response.json(201, "{}");
        }
        Optional<String> audience = isTargeted(call) ? Optional.of(audience(place, activity)) : Optional.empty();
        List<Message> posted = activities.post(place, activity, audience);
        return posted.size() == 1 ? identified(201, posted.getFirst().id()) : Response.json(201, "{}");
    }

    private static boolean isTargeted(Call call) {
        return call.query("isTargetedActivity").filter("true"::equals).isPresent();
    }

    private String audience(Place place, JsonObject activity) {
        if (!tenant.hasTargetedMessages() || place.channel().isEmpty()) {
            throw ConnectorErrors.badArgument("Targeted messages are not supported in this conversation.");
        }
        String recipient = activity.getObject("recipient", new JsonObject()).getString("id", "");
        return place.roster(tenant).stream()
                .filter(person -> person.is(recipient))
                .map(Person::id)
                .findFirst()
                .orElseThrow(() -> ConnectorErrors.badArgument("The recipient is not a member of the conversation."));
    }

    private Response update(Call call) {
        gate.demand(call);
        JsonObject activity = activities.body(call);
        return tenant.atomically(() -> {
            Place place = Place.of(tenant, call.place("conversation"));
            Message own = own(call, place);
            activities.demand(activity);
            place.demandWritable(tenant);
            place.timeline().put(own.saying(activity, tenant.clock().instant()));
            return identified(200, own.id());
        });
    }

    private Response delete(Call call) {
        gate.demand(call);
        return tenant.atomically(() -> {
            Place place = Place.of(tenant, call.place("conversation"));
            Message own = own(call, place);
            place.demandWritable(tenant);
            place.timeline().put(own.gone(tenant.clock().instant()));
            return Response.empty(200);
        });
    }

    /** The bot's own message that a call is about; a message's visibility cannot be changed. */
    private Message own(Call call, Place place) {
        Message message = place.timeline()
                .message(call.place("activity"))
                .filter(each -> place.channel().isEmpty()
                        || place.root().isEmpty()
                        || each.root().equals(place.root()))
                .filter(each -> each.audience().isPresent() == isTargeted(call))
                .filter(this::lives)
                .orElseThrow(ConnectorErrors::noActivity);
        if (!message.author().equals(tenant.app().mri())) {
            throw ConnectorErrors.of(403, "NotEnoughPermissions", "The bot may change its own messages only.");
        }
        return message;
    }

    private boolean lives(Message message) {
        return message.audience().isEmpty()
                || tenant.clock().instant().isBefore(message.created().plus(TARGETED_LIFE));
    }

    private static Response identified(int status, String id) {
        JsonObject answer = new JsonObject();
        answer.put("id", id);
        return Response.json(status, JsonWriter.string(answer));
    }
}
