package dev.belay.simulator.slack.app;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Content;
import dev.belay.simulator.slack.workspace.Escaped;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.Workspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people do with messages that stand in a channel: they change and delete their own, pin any and react to any, and choose a shortcut of the app from
 * a message's menu (docs.slack.dev/reference/events/message/message_changed, message_deleted, pin_added;
 * docs.slack.dev/interactivity/implementing-shortcuts).
 */
public final class MessageDeeds {
    /** docs.slack.dev/reference/methods/reactions.add: {@code invalid_name}. */
    private static final Pattern EMOJI = Pattern.compile("[^\\s:A-Z]+(::skin-tone-[2-6])?");

    private final Workspace workspace;
    private final Events events;
    private final RequestUrl requestUrl;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final Signer signer;

    MessageDeeds(
            Workspace workspace,
            Events events,
            RequestUrl requestUrl,
            Triggers triggers,
            ResponseUrls responseUrls,
            Signer signer) {
        this.workspace = workspace;
        this.events = events;
        this.requestUrl = requestUrl;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
        this.signer = signer;
    }

    /** A person changes what they wrote. */
    public void edit(String user, String channel, String ts, String text) {
        Channel where = channel(channel);
        JsonObject event = workspace.atomically(() -> {
            Message before = own(user, where, ts);
            Message after = before.saying(
                    Content.text(Escaped.typed(text)),
                    user,
                    workspace.identifiers().timestamp());
            where.messages().put(ts, after);
            return changed("message_changed", before, after.json(true));
        });
        events.tell(where, event);
    }

    /** Slack unfurls a link in a message, or counts its answers: nobody edited it. */
    public void touch(String channel, String ts) {
        Channel where = channel(channel);
        JsonObject event = workspace.atomically(() -> {
            Message message = message(where, ts);
            return changed("message_changed", message, message.json(true));
        });
        events.tell(where, event);
    }

    /** A person deletes what they wrote; one that has answers leaves a tombstone. */
    public void delete(String user, String channel, String ts) {
        Channel where = channel(channel);
        JsonObject event = workspace.atomically(() -> {
            Message before = own(user, where, ts);
            boolean isAnswered = where.thread(ts).size() > 1;
            where.messages().remove(ts);
            if (isAnswered) {
                JsonObject tombstone = new JsonObject();
                tombstone.put("type", "message");
                tombstone.put("subtype", "tombstone");
                tombstone.put("user", "USLACKBOT");
                tombstone.put("text", "This message was deleted.");
                tombstone.put("hidden", true);
                tombstone.put("thread_ts", ts);
                tombstone.put("ts", ts);
                return changed("message_changed", before, tombstone);
            }
            JsonObject deleted = changed("message_deleted", before, null);
            deleted.put("deleted_ts", ts);
            return deleted;
        });
        events.tell(where, event);
    }

    /** A person pins a message, which the channel says too. */
    public void pin(String user, String channel, String ts) {
        Channel where = channel(channel);
        JsonObject event = workspace.atomically(() -> {
            Message message = message(where, ts);
            demandMember(user, where);
            where.pins().put(ts, user);
            workspace.annals().pinned(where, user, message);
            JsonObject item = new JsonObject();
            item.put("type", "message");
            item.put("channel", where.id());
            item.put("created_by", user);
            item.put("message", message.json(false));
            JsonObject pinned = new JsonObject();
            pinned.put("type", "pin_added");
            pinned.put("user", user);
            pinned.put("channel_id", where.id());
            pinned.put("item", item);
            pinned.put("item_user", message.user());
            return pinned;
        });
        if (has("pins:read")) {
            events.tell(where, event);
        }
    }

    /**
     * A person, or a bot, reacts to a message (docs.slack.dev/reference/events/reaction_added), once with each emoji.
     *
     * @param emoji its name without colons, e.g. {@code memo} or {@code thumbsup::skin-tone-2}
     */
    public void react(String user, String channel, String ts, String emoji) {
        Channel where = channel(channel);
        JsonObject event = workspace.atomically(() -> {
            Message message = message(where, ts);
            demandMember(user, where);
            if (!EMOJI.matcher(emoji).matches()) {
                throw new IllegalArgumentException("invalid_name: " + emoji);
            }
            if (!where.reactions(ts)
                    .computeIfAbsent(emoji, _ -> new LinkedHashSet<>())
                    .add(user)) {
                throw new IllegalArgumentException("already_reacted: " + user + " with " + emoji);
            }
            return reacted(user, where, message, emoji);
        });
        if (has("reactions:read")) {
            events.tellAsItIs(where, event);
        }
    }

    /** It carries neither the message's words nor its thread. */
    private JsonObject reacted(String user, Channel where, Message message, String emoji) {
        JsonObject item = new JsonObject();
        item.put("type", "message");
        item.put("channel", where.id());
        item.put("ts", message.ts());
        item.put("channel_type", where.isPrivate() ? "group" : "channel");
        JsonObject event = new JsonObject();
        event.put("type", "reaction_added");
        event.put("user", user);
        event.put("reaction", emoji);
        event.put("item_user", message.user());
        event.put("item", item);
        event.put("event_ts", workspace.identifiers().timestamp());
        return event;
    }

    private boolean has(String scope) {
        return workspace
                .grant(workspace.app().botToken())
                .map(Grant::scopes)
                .filter(scopes -> scopes.contains(scope))
                .isPresent();
    }

    /** A person chooses a shortcut of the app from a message's menu. */
    public Delivery shortcut(String user, String channel, String ts, String callbackId) {
        SignedRequest request = workspace.atomically(() -> {
            Channel where = channel(channel);
            demandMember(user, where);
            if (!has("commands")) {
                throw new IllegalArgumentException("the app has no shortcuts without the scope commands");
            }
            JsonObject payload = new JsonObject();
            payload.put("type", "message_action");
            payload.put("token", Presses.VERIFICATION_TOKEN);
            payload.put("action_ts", workspace.identifiers().timestamp());
            payload.put("team", named(workspace.id()));
            payload.put("user", named(user));
            payload.put("channel", named(where.id()));
            payload.put("callback_id", callbackId);
            payload.put("trigger_id", triggers.issue(user));
            payload.put("response_url", responseUrls.issue(new ResponseUrls.Origin(where.id(), user, ts, false)));
            payload.put("message_ts", ts);
            payload.put("message", message(where, ts).json(false));
            String body = "payload=" + URLEncoder.encode(JsonWriter.string(payload), StandardCharsets.UTF_8);
            return signer.sign(Signer.FORM, body, Map.of());
        });
        return requestUrl.send(request);
    }

    private static JsonObject named(String id) {
        JsonObject named = new JsonObject();
        named.put("id", id);
        return named;
    }

    private JsonObject changed(String subtype, Message before, @Nullable JsonObject after) {
        JsonObject event = new JsonObject();
        event.put("type", "message");
        event.put("subtype", subtype);
        event.put("hidden", true);
        event.put("ts", workspace.identifiers().timestamp());
        event.put("previous_message", before.json(true));
        if (after != null) {
            event.put("message", after);
        }
        return event;
    }

    private static Message own(String user, Channel channel, String ts) {
        Message message = message(channel, ts);
        if (!message.user().equals(user)) {
            throw new IllegalArgumentException(user + " did not write " + ts);
        }
        return message;
    }

    private static Message message(Channel channel, String ts) {
        return channel.message(ts)
                .orElseThrow(() -> new IllegalArgumentException("no message is " + ts + " in " + channel.id()));
    }

    private static void demandMember(String user, Channel channel) {
        if (channel.isArchived() || !channel.members().contains(user)) {
            throw new IllegalArgumentException(user + " cannot do that in " + channel.id());
        }
    }

    private Channel channel(String id) {
        return workspace.channel(id).orElseThrow(() -> new IllegalArgumentException("no channel is " + id));
    }
}
