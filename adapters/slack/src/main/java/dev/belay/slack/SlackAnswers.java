package dev.belay.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.util.json.GsonFactory;
import dev.belay.chat.ChatUser;
import dev.belay.chat.Platform;
import dev.belay.chat.PrivateAnswer;
import dev.belay.failure.Rejected;
import dev.belay.slack.block.SlackCards;
import dev.belay.slack.call.ResponseUrls;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.net.URI;
import java.util.Optional;

/**
 * Tells one person something in the channel that only they see, and where they are not in it, by the way back that their press
 * brought. Never in a thread: a private message in a thread without replies is not shown (docs.slack.dev, chat.postEphemeral).
 */
final class SlackAnswers {
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private final SlackCalls calls;
    private final ResponseUrls responseUrls;

    SlackAnswers(SlackCalls calls, ResponseUrls responseUrls) {
        this.calls = calls;
        this.responseUrls = responseUrls;
    }

    void tell(ChatUser user, String channel, Optional<String> responseUrl, PrivateAnswer answer) {
        Optional<String> refused = refused(user, channel, answer);
        if (refused.isPresent()) {
            URI back = responseUrl
                    .flatMap(responseUrls::allowed)
                    .orElseThrow(() -> new Rejected(
                            Platform.SLACK.word(), refused.get() + ", and there is no way back to the person"));
            responseUrls.answer(user.workspace(), back, message(answer));
        }
    }

    /** Why it could not be said in the channel: whatever it is, the way back that a press brings needs no token. */
    private Optional<String> refused(ChatUser user, String channel, PrivateAnswer answer) {
        try {
            ChatPostEphemeralResponse told = posted(user, channel, answer);
            return told.isOk() ? Optional.empty() : Optional.of(told.getError());
        } catch (Rejected e) {
            return Optional.of(e.said());
        }
    }

    private ChatPostEphemeralResponse posted(ChatUser user, String channel, PrivateAnswer answer) {
        return calls.call(
                user.workspace(),
                SlackMethod.TELL,
                client -> client.chatPostEphemeral(r -> r.channel(channel)
                        .user(user.id())
                        .text(SlackCards.text(answer))
                        .blocks(SlackCards.blocks(answer))));
    }

    private static String message(PrivateAnswer answer) {
        JsonObject message = new JsonObject();
        message.addProperty("response_type", "ephemeral");
        message.addProperty("replace_original", false);
        message.addProperty("text", SlackCards.text(answer));
        message.add("blocks", GSON.toJsonTree(SlackCards.blocks(answer)));
        return message.toString();
    }
}
