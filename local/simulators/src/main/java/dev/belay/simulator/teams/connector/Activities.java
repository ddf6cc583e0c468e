package dev.belay.simulator.teams.connector;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.call.Call;
import dev.belay.simulator.teams.card.CardRules;
import dev.belay.simulator.teams.card.InvalidCard;
import dev.belay.simulator.teams.tenant.Identifiers;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** Takes what the bot wants to say, if it may be said, and puts it where it belongs. */
final class Activities {
    /** 100 KB, measured as UTF-16 (…/bots/how-to/format-your-bot-messages). */
    private static final int MOST_BYTES = 100 * 1024;

    private final Tenant tenant;
    private final CardRules cards;

    Activities(Tenant tenant) {
        this.tenant = tenant;
        this.cards = new CardRules(tenant::knows);
    }

    /** The body of a call: a JSON object that is not too big. */
    JsonObject body(Call call) {
        if (call.request().text().length() * 2 > MOST_BYTES) {
            throw ConnectorErrors.of(413, "MessageSizeTooBig", "Message size too large.");
        }
        return call.json(() -> ConnectorErrors.of(400, "BadSyntax", "The request body is not a JSON object."));
    }

    /** Posts a message; one with text and attachments becomes two (…/conversations/conversation-messages). */
    List<Message> post(Place place, JsonObject activity, Optional<String> audience) {
        demand(activity);
        place.demandThread();
        place.demandWritable(tenant);
        return parts(activity).stream().map(part -> put(place, part, audience)).toList();
    }

    /** Refuses an activity that Teams does not show. */
    void demand(JsonObject activity) {
        if (!"message".equals(activity.getString("type"))) {
            throw ConnectorErrors.badArgument("The activity's type is missing or not one that a bot can send here.");
        }
        if (!has(activity, "text") && !has(activity, "attachments")) {
            throw ConnectorErrors.badArgument("The activity has neither text nor attachments.");
        }
        demandMentions(activity);
        for (Object attachment : activity.getArray("attachments", new JsonArray())) {
            demandAttachment(attachment);
        }
    }

    private void demandAttachment(Object attachment) {
        if (!(attachment instanceof JsonObject object)
                || object.getString("contentType", "").isEmpty()) {
            throw ConnectorErrors.badArgument("An attachment has no contentType.");
        }
        if ("application/vnd.microsoft.card.adaptive".equals(object.getString("contentType"))) {
            try {
                cards.check(object.get("content"));
            } catch (InvalidCard e) {
                throw ConnectorErrors.badArgument("The Adaptive Card is not valid: " + e.getMessage());
            }
        }
    }

    private void demandMentions(JsonObject activity) {
        for (Object entity : activity.getArray("entities", new JsonArray())) {
            if (entity instanceof JsonObject object && "mention".equals(object.getString("type"))) {
                String text = object.getString("text", "");
                JsonObject mentioned = object.getObject("mentioned", new JsonObject());
                if (text.isEmpty() || !activity.getString("text", "").contains(text)) {
                    throw ConnectorErrors.badArgument("A mention's text does not stand in the activity's text.");
                }
                if (tenant.person(mentioned.getString("id", "")).isEmpty()) {
                    throw ConnectorErrors.badArgument("A mention names nobody.");
                }
            }
        }
    }

    private static List<JsonObject> parts(JsonObject activity) {
        if (!has(activity, "text") || !has(activity, "attachments")) {
            return List.of(activity);
        }
        JsonObject words = new JsonObject(activity);
        words.remove("attachments");
        JsonObject card = new JsonObject(activity);
        card.remove("text");
        return List.of(words, card);
    }

    private Message put(Place place, JsonObject activity, Optional<String> audience) {
        String id = tenant.identifiers().message();
        String root = place.root().isEmpty() ? id : place.root();
        Message message = new Message(
                id, root, tenant.app().mri(), activity, Identifiers.posted(id), Optional.empty(), false, audience);
        place.timeline().put(message);
        return message;
    }

    private static boolean has(JsonObject activity, String name) {
        Object value = activity.get(name);
        return value instanceof JsonArray array ? !array.isEmpty() : value instanceof String text && !text.isEmpty();
    }
}
