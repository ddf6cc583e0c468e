package dev.belay.simulator.slack.workspace;

import com.grack.nanojson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What happens to channels that the app sees, as the Events API tells it: of public channels all of it, of private ones while the app is
 * in them (docs.slack.dev/reference/events: channel_archive, channel_unarchive, channel_deleted, channel_rename, the same of groups,
 * channel_left, member_joined_channel, member_left_channel). The caller holds the workspace.
 */
public final class News {
    private final Workspace workspace;
    private final List<JsonObject> untold = new ArrayList<>();
    private final List<JsonObject> held = new ArrayList<>();
    private boolean holds;

    News(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What the app itself did is told only when it is asked for. */
    public void holdOwn() {
        holds = true;
    }

    /** What is to be told now, once. */
    public List<JsonObject> take() {
        List<JsonObject> now = List.copyOf(untold);
        untold.clear();
        return now;
    }

    /** What was held back is to be told. */
    public void release() {
        untold.addAll(held);
        held.clear();
    }

    /** Before bots leave it. */
    public void archived(Channel channel, String user) {
        ofChannel(channel, user, "archive");
    }

    public void unarchived(Channel channel, String user) {
        ofChannel(channel, user, "unarchive");
    }

    public void deleted(Channel channel, String user) {
        ofChannel(channel, user, "deleted");
    }

    public void renamed(Channel channel, String user) {
        if (isSeen(channel)) {
            JsonObject named = new JsonObject();
            named.put("id", channel.id());
            named.put("name", channel.name());
            named.put("created", channel.created());
            JsonObject event = event(family(channel) + "rename", Map.of());
            event.put("channel", named);
            tell(event, user);
        }
    }

    public void joined(Channel channel, String user, String inviter) {
        if (channel.members().contains(workspace.app().botUser())) {
            JsonObject event = membership("member_joined_channel", channel, user);
            event.put("inviter", inviter);
            tell(event, inviter);
        }
    }

    /** Who left is no longer in it. The app itself hears of its own leaving twice. */
    public void left(Channel channel, String user, String by) {
        boolean own = user.equals(workspace.app().botUser());
        if (own) {
            tell(event(family(channel) + "left", Map.of("channel", channel.id())), by);
        }
        if (own || channel.members().contains(workspace.app().botUser())) {
            tell(membership("member_left_channel", channel, user), by);
        }
    }

    /** A file was uploaded and shared by a message: an app's is told without a subtype. */
    public void uploaded(Channel channel, Message message) {
        if (channel.members().contains(workspace.app().botUser())) {
            JsonObject event = message.json(true);
            event.put("event_ts", message.ts());
            event.put("channel", channel.id());
            event.put("channel_type", channel.isPrivate() ? "group" : "channel");
            event.put("team", workspace.id());
            event.put("files", workspace.files().json(channel.id(), message.ts()));
            event.put("upload", true);
            tell(event, message.user());
        }
    }

    private void ofChannel(Channel channel, String user, String what) {
        if (isSeen(channel)) {
            tell(event(family(channel) + what, Map.of("channel", channel.id(), "user", user)), user);
        }
    }

    private boolean isSeen(Channel channel) {
        return !channel.isPrivate()
                || channel.members().contains(workspace.app().botUser());
    }

    private static String family(Channel channel) {
        return channel.isPrivate() ? "group_" : "channel_";
    }

    private JsonObject membership(String type, Channel channel, String user) {
        return event(
                type,
                Map.of(
                        "user",
                        user,
                        "channel",
                        channel.id(),
                        "channel_type",
                        channel.isPrivate() ? "G" : "C",
                        "team",
                        workspace.id()));
    }

    private JsonObject event(String type, Map<String, String> fields) {
        JsonObject event = new JsonObject();
        event.put("type", type);
        event.putAll(fields);
        event.put("event_ts", workspace.identifiers().timestamp());
        return event;
    }

    private void tell(JsonObject event, String by) {
        (holds && by.equals(workspace.app().botUser()) ? held : untold).add(event);
    }
}
