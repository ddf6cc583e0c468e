package dev.belay.simulator.slack.workspace;

import com.grack.nanojson.JsonObject;

/** Writes the lines that Slack adds to a channel when somebody joins it, describes it, renames it, pins in it or archives it. */
public final class Annals {
    private final Workspace workspace;

    Annals(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Whoever made the channel is the first to join it. */
    void made(Channel channel) {
        write(channel, "channel_join", channel.creator(), "has joined the channel", new JsonObject());
    }

    /** A bot that a person brings in is an app that they add. */
    public void joined(Channel channel, String user, String inviter) {
        JsonObject more = new JsonObject();
        if (!inviter.equals(user)) {
            more.put("inviter", inviter);
        }
        write(channel, "channel_join", user, "has joined the channel", more);
        SlackApp app = workspace.app();
        if (user.equals(app.botUser()) && !inviter.equals(user)) {
            JsonObject link = new JsonObject();
            link.put("bot_id", app.botId());
            link.put(
                    "bot_link",
                    "<https://" + workspace.domain() + ".slack.com/services/" + app.botId() + "|" + app.name() + ">");
            write(channel, "bot_add", inviter, "added an integration to this channel", link);
        }
    }

    public void described(Channel channel, String user, String what, String words) {
        JsonObject more = new JsonObject();
        more.put(what, words);
        write(
                channel,
                "channel_" + what,
                user,
                (words.isEmpty() ? "cleared" : "set") + " the channel " + what + (words.isEmpty() ? "" : ": " + words),
                more);
    }

    public void renamed(Channel channel, String user, String before) {
        JsonObject more = new JsonObject();
        more.put("old_name", before);
        more.put("name", channel.name());
        write(
                channel,
                "channel_name",
                user,
                "has renamed the channel from \"" + before + "\" to \"" + channel.name() + "\"",
                more);
    }

    public void pinned(Channel channel, String user, Message message) {
        JsonObject more = new JsonObject();
        more.put("item_type", "C");
        more.put("item", message.json(false));
        write(channel, "pinned_item", user, "pinned a message to this channel.", more);
    }

    public void archived(Channel channel, String user) {
        write(channel, "channel_archive", user, "archived the channel", new JsonObject());
    }

    public void unarchived(Channel channel, String user) {
        write(channel, "channel_unarchive", user, "un-archived the channel", new JsonObject());
    }

    private void write(Channel channel, String subtype, String user, String what, JsonObject more) {
        channel.write(
                new SystemMessage(workspace.identifiers().timestamp(), subtype, user, "<@" + user + "> " + what, more));
    }
}
