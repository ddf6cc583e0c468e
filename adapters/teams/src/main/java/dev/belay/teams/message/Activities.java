package dev.belay.teams.message;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;

/**
 * What our bot says. A card stands alone: with a text beside it Teams makes two messages and tells the id of neither
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages).
 */
public final class Activities {
    private Activities() {}

    /** @param summary what a notification shows */
    public static JsonObject card(JsonObject adaptiveCard, String summary) {
        JsonObject attachment = JsonObject.builder()
                .value("contentType", "application/vnd.microsoft.card.adaptive")
                .value("content", adaptiveCard)
                .done();
        return JsonObject.builder()
                .value("type", "message")
                .value("summary", summary)
                .value("attachments", JsonArray.from(attachment))
                .done();
    }

    static JsonObject text(String sentence) {
        return JsonObject.builder()
                .value("type", "message")
                .value("textFormat", "plain")
                .value("text", sentence)
                .done();
    }
}
