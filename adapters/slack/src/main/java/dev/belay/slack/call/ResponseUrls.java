package dev.belay.slack.call;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.belay.chat.ReplyAddress;
import dev.belay.failure.CallEffect;
import dev.belay.failure.Rejected;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.ratelimit.RateLimiter;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The {@code response_url}, by which a person who pressed is answered in private: five answers within thirty minutes, whether or not they are in the channel
 * (docs.slack.dev/interactivity/handling-user-interaction).
 */
public final class ResponseUrls {
    private static final int LARGEST = 4_096;
    private static final String METHOD = "response_url";
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final SlackClient client;
    private final RateLimiter limits;

    public ResponseUrls(SlackClient client, RateLimitStore limits, Clock clock) {
        this.client = client;
        this.limits = SlackCalls.rateLimiter(limits, clock);
    }

    /** The address, if it is one that we send to. */
    public Optional<URI> allowed(ReplyAddress reply) {
        try {
            return Optional.of(URI.create(reply.value())).filter(client.address()::takesAnswers);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Sends an answer, a message as JSON. At least once: after an unknown outcome it may be sent again. */
    public void answer(String workspace, URI responseUrl, String message) {
        limits.check(SlackMethod.limited(workspace, METHOD));
        Request request = new Request.Builder()
                .url(responseUrl.toString())
                .post(RequestBody.create(message, JSON))
                .build();
        try (Response response = client.http().newCall(request).execute()) {
            judge(workspace, response);
        } catch (IOException e) {
            throw answerLost(e.getClass().getSimpleName());
        }
    }

    private void judge(String workspace, Response response) throws IOException {
        if (response.code() == 429) {
            throw limits.met(
                    SlackMethod.limited(workspace, METHOD), Optional.ofNullable(response.header("Retry-After")));
        }
        String said = response.peekBody(LARGEST).string().strip();
        String error = error(said);
        if (response.code() < 500 && SlackErrors.isCode(error)) {
            throw new Rejected(SlackCalls.SLACK, "HTTP " + response.code() + " " + error + " (" + METHOD + ")");
        }
        if (!response.isSuccessful() || !isSaidBySlack(said)) {
            throw answerLost("HTTP " + response.code() + (response.isSuccessful() ? ", and not Slack's answer" : ""));
        }
    }

    /** {@code ok}, or an object that says so; a log-in page or a proxy's page is neither. */
    private static boolean isSaidBySlack(String said) {
        return said.equals("ok")
                || object(said).filter(json -> isTrue(json.get("ok"))).isPresent();
    }

    private static boolean isTrue(@Nullable JsonElement value) {
        return value != null && value.isJsonPrimitive() && value.getAsBoolean();
    }

    /** Slack's code, in an object or by itself; empty where there is none. */
    private static String error(String said) {
        Optional<JsonElement> error = object(said).map(json -> json.get("error"));
        if (error.isPresent()) {
            return error.get().isJsonPrimitive() ? error.get().getAsString() : "";
        }
        return said.equals("ok") ? "" : said;
    }

    private static Optional<JsonObject> object(String said) {
        try {
            return said.startsWith("{")
                    ? Optional.of(JsonParser.parseString(said).getAsJsonObject())
                    : Optional.empty();
        } catch (JsonParseException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    private static RuntimeException answerLost(String how) {
        return CallEffect.REPEATABLE.answerLost(SlackCalls.SLACK, METHOD + ": " + how);
    }
}
