package dev.belay.simulator.slack.workspace;

import com.grack.nanojson.JsonObject;

/**
 * A line that Slack itself writes into a channel's history when something is done there, in the name of whoever did it
 * (docs.slack.dev/reference/events/message, "Message subtypes"). Nobody can edit or delete it by the Web API.
 */
public record SystemMessage(String ts, String subtype, String user, String text, JsonObject more) {
    /** The message object. */
    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("type", "message");
        json.put("subtype", subtype);
        json.put("ts", ts);
        json.put("user", user);
        json.put("text", text);
        json.putAll(more);
        return json;
    }
}
