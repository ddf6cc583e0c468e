package dev.belay.simulator.slack.workspace;

import com.grack.nanojson.JsonArray;

/**
 * A message that one person alone sees ("Only visible to you").
 *
 * @param thread the {@code ts} of the message whose thread it stands in, empty outside threads
 */
public record PrivateMessage(String ts, String channel, String user, Content content, String thread) {
    public String text() {
        return content.text();
    }

    public JsonArray blocks() {
        return content.blocks();
    }

    public PrivateMessage saying(Content other) {
        return new PrivateMessage(ts, channel, user, other, thread);
    }
}
