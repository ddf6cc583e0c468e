package dev.belay.simulator.slack.workspace;

import com.grack.nanojson.JsonObject;

/** A link at the head of a channel. */
public record Bookmark(String id, String channel, String title, String link, String emoji, long created, String by) {
    /** With another title and link, as this user changed it. */
    public Bookmark with(String nextTitle, String nextLink, String user) {
        return new Bookmark(id, channel, nextTitle, nextLink, emoji, created, user);
    }

    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("id", id);
        json.put("channel_id", channel);
        json.put("title", title);
        json.put("link", link);
        json.put("emoji", emoji);
        json.put("type", "link");
        json.put("date_created", created);
        json.put("date_updated", 0);
        json.put("last_updated_by_user_id", by);
        return json;
    }
}
