package dev.belay.simulator.slack.app;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import dev.belay.simulator.slack.workspace.SlackApp;
import dev.belay.simulator.slack.workspace.Workspace;
import java.time.Instant;
import java.util.Locale;

/** Makes the {@code block_actions} requests of people who press buttons (docs.slack.dev/reference/interaction-payloads). */
final class Presses {
    /** The outdated token that Slack still sends and that nobody should trust. */
    static final String VERIFICATION_TOKEN = "verification-token";

    private final Workspace workspace;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final Signer signer;

    Presses(Workspace workspace, Triggers triggers, ResponseUrls responseUrls, Signer signer) {
        this.workspace = workspace;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
        this.signer = signer;
    }

    /** A press on a message that everybody sees, as it stands now. */
    SignedRequest on(Person person, Channel channel, Message message, String actionId) {
        JsonObject payload = payload(person, channel);
        payload.put("container", container(channel, message.ts(), message.thread(), false));
        payload.put("message", shown(message));
        ResponseUrls.Origin origin = new ResponseUrls.Origin(channel.id(), person.id(), message.ts(), false);
        return signed(payload, origin, Buttons.find(message.content().blocks(), actionId));
    }

    /** A press on a message that only the person sees; such a payload bears no message. */
    SignedRequest on(Person person, Channel channel, PrivateMessage message, String actionId) {
        JsonObject payload = payload(person, channel);
        payload.put("container", container(channel, message.ts(), message.thread(), true));
        ResponseUrls.Origin origin = new ResponseUrls.Origin(channel.id(), person.id(), message.ts(), true);
        return signed(payload, origin, Buttons.find(message.blocks(), actionId));
    }

    private JsonObject shown(Message message) {
        JsonObject shown = message.json(false);
        shown.put("team", workspace.id());
        return shown;
    }

    private JsonObject payload(Person person, Channel channel) {
        SlackApp app = workspace.app();
        JsonObject payload = new JsonObject();
        payload.put("type", "block_actions");
        payload.put("user", user(person));
        payload.put("api_app_id", app.id());
        payload.put("token", VERIFICATION_TOKEN);
        payload.put("trigger_id", triggers.issue(person.id()));
        payload.put("team", object("id", workspace.id(), "domain", workspace.domain()));
        payload.put("enterprise", null);
        payload.put("is_enterprise_install", false);
        payload.put(
                "channel", object("id", channel.id(), "name", channel.isPrivate() ? "privategroup" : channel.name()));
        JsonObject state = new JsonObject();
        state.put("values", new JsonObject());
        payload.put("state", state);
        return payload;
    }

    static JsonObject user(Person person) {
        JsonObject user = object("id", person.id(), "username", person.name());
        user.put("name", person.name());
        user.put("team_id", person.team());
        return user;
    }

    private static JsonObject container(Channel channel, String ts, String thread, boolean isEphemeral) {
        JsonObject container = object("type", "message", "message_ts", ts);
        container.put("channel_id", channel.id());
        container.put("is_ephemeral", isEphemeral);
        if (!thread.isEmpty()) {
            container.put("thread_ts", thread);
        }
        return container;
    }

    private SignedRequest signed(JsonObject payload, ResponseUrls.Origin origin, JsonObject button) {
        Instant now = workspace.clock().instant();
        JsonObject action = new JsonObject(button);
        action.remove("confirm");
        action.put("action_ts", String.format(Locale.ROOT, "%d.%06d", now.getEpochSecond(), now.getNano() / 1_000));
        payload.put("response_url", responseUrls.issue(origin));
        payload.put("actions", JsonArray.from(action));
        return signer.signPayload(payload);
    }

    static JsonObject object(String name, String value, String otherName, String otherValue) {
        JsonObject object = new JsonObject();
        object.put(name, value);
        object.put(otherName, otherValue);
        return object;
    }
}
