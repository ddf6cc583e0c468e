package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.PersonalChat;
import java.util.Map;
import java.util.Optional;

/** Makes the activities of people who press buttons (…/task-modules-and-cards/cards/cards-actions and the universal action model). */
final class Presses {
    private final Envelope envelope;
    private final Signer signer;

    Presses(Envelope envelope, Signer signer) {
        this.envelope = envelope;
        this.signer = signer;
    }

    /**
     * A press on a message as it stands now.
     *
     * @param chat where the message stands, if it is not a channel
     * @param inputs what was filled in, by the inputs' ids
     */
    SignedRequest on(
            Person person,
            Optional<Channel> channel,
            Optional<PersonalChat> chat,
            Message message,
            String word,
            Button how,
            Map<String, String> inputs) {
        JsonObject action = Buttons.find(message.cards(), word, how);
        boolean fetches = how == Button.SUBMIT && isFetch(action);
        String type = how == Button.EXECUTE || fetches ? "invoke" : "message";
        JsonObject activity = channel.map(where -> envelope.inChannel(type, person, where, message.root()))
                .orElseGet(() -> envelope.inChat(type, person, chat.orElseThrow()));
        activity.put("replyToId", message.id());
        JsonObject data = new JsonObject();
        if (action.get("data") instanceof JsonObject given) {
            data.putAll(given);
        }
        data.putAll(inputs);
        if (how == Button.EXECUTE) {
            activity.put("name", "adaptiveCard/action");
            activity.put("value", executed(action, data));
        } else if (fetches) {
            activity.put("name", "task/fetch");
            activity.put("value", task(data));
        } else {
            activity.put("value", data);
        }
        return signer.sign(activity);
    }

    /** Whether a button asks the app for a dialog (…/task-modules-and-cards/task-modules/task-modules-bots). */
    private static boolean isFetch(JsonObject action) {
        return action.get("data") instanceof JsonObject data
                && data.get("msteams") instanceof JsonObject msteams
                && "task/fetch".equals(msteams.getString("type"));
    }

    /** The value of {@code task/fetch} and {@code task/submit}. */
    static JsonObject task(Object data) {
        JsonObject value = new JsonObject();
        value.put("data", data);
        value.put("context", Envelope.object("theme", "default"));
        return value;
    }

    private static JsonObject executed(JsonObject action, JsonObject data) {
        JsonObject executed = Envelope.object("type", "Action.Execute");
        for (String property : new String[] {"id", "title", "verb"}) {
            if (action.has(property)) {
                executed.put(property, action.getString(property));
            }
        }
        executed.put("data", data);
        JsonObject value = new JsonObject();
        value.put("action", executed);
        value.put("trigger", "manual");
        return value;
    }
}
