package dev.belay.simulator.teams.connector;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.call.Refusal;

/** The Bot Connector's errors (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages, status
 * codes from bot conversational APIs). */
final class ConnectorErrors {
    private ConnectorErrors() {}

    static Refusal of(int status, String code, String message) {
        JsonObject error = new JsonObject();
        error.put("code", code);
        error.put("message", message);
        JsonObject body = new JsonObject();
        body.put("error", error);
        return new Refusal(status, code, body);
    }

    static Refusal badArgument(String message) {
        return of(400, "BadArgument", message);
    }

    static Refusal unauthorized() {
        JsonObject body = new JsonObject();
        body.put("message", "Authorization has been denied for this request.");
        return new Refusal(401, "Unauthorized", body);
    }

    static Refusal notInRoster() {
        return of(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
    }

    static Refusal noConversation() {
        return of(404, "ConversationNotFound", "Conversation not found.");
    }

    static Refusal noActivity() {
        return of(404, "ActivityNotFoundInConversation", "Activity not found in the conversation.");
    }

    static Refusal noMember() {
        return of(404, "MemberNotFoundInConversation", "The specified member was not found in the conversation.");
    }

    /** Some refusals have a form of their own (the same page): nobody may write there. */
    static Refusal writesBlocked() {
        JsonObject body = new JsonObject();
        body.put("errorCode", 209);
        body.put("message", "{\r\n  \"subCode\": \"MessageWritesBlocked\"\r\n}");
        return new Refusal(403, "MessageWritesBlocked", body);
    }

    static Refusal throttled() {
        return of(429, "Throttled", "Too many requests.");
    }
}
