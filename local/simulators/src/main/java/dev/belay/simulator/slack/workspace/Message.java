package dev.belay.simulator.slack.workspace;

import com.grack.nanojson.JsonObject;

/**
 * A message that everybody in its channel sees.
 *
 * @param user who wrote it
 * @param botId empty where a person wrote it
 * @param appId empty where a person wrote it
 * @param thread the {@code ts} of the message that it answers, empty outside threads
 * @param editor who edited its text last, empty where nobody did
 * @param edited the {@code ts} of that, empty where nobody did
 */
public record Message(
        String ts,
        String user,
        String botId,
        String appId,
        Content content,
        String thread,
        String editor,
        String edited) {
    /** One that nobody edited yet. */
    public Message(String ts, String user, String botId, String appId, Content content, String thread) {
        this(ts, user, botId, appId, content, thread, "", "");
    }

    /** The same with other content, which is no edit. */
    public Message showing(Content other) {
        return new Message(ts, user, botId, appId, other, thread, editor, edited);
    }

    /** @param at a {@code ts}; an edit is told in whole seconds */
    public Message saying(Content other, String by, String at) {
        return new Message(ts, user, botId, appId, other, thread, by, at.substring(0, at.indexOf('.')) + ".000000");
    }

    public boolean isReply() {
        return !thread.isEmpty() && !thread.equals(ts);
    }

    /** The message object; metadata only for those who asked for it. */
    public JsonObject json(boolean withMetadata) {
        JsonObject json = new JsonObject();
        json.put("type", "message");
        json.put("user", user);
        json.put("ts", ts);
        if (!botId.isEmpty()) {
            json.put("bot_id", botId);
            json.put("app_id", appId);
        }
        json.put("text", content.text());
        if (!content.blocks().isEmpty()) {
            json.put("blocks", content.blocks());
        }
        putRest(json, withMetadata);
        return json;
    }

    private void putRest(JsonObject json, boolean withMetadata) {
        if (!thread.isEmpty()) {
            json.put("thread_ts", thread);
        }
        if (!editor.isEmpty()) {
            JsonObject edited = new JsonObject();
            edited.put("user", editor);
            edited.put("ts", this.edited);
            json.put("edited", edited);
        }
        if (withMetadata && !content.metadata().isEmpty()) {
            json.put("metadata", content.metadata());
        }
    }
}
