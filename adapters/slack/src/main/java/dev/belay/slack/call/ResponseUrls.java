package dev.belay.slack.call;

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

/**
 * The {@code response_url}, by which a person who pressed is answered in private: five answers within thirty minutes, whether or not they are in the channel
 * (docs.slack.dev/interactivity/handling-user-interaction).
 */
public final class ResponseUrls {
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

    private void judge(String workspace, Response response) {
        if (response.code() == 429) {
            throw limits.met(
                    SlackMethod.limited(workspace, METHOD), Optional.ofNullable(response.header("Retry-After")));
        }
        if (response.code() >= 500) {
            throw answerLost("HTTP " + response.code());
        }
        if (!response.isSuccessful()) {
            throw new Rejected(SlackCalls.SLACK, "HTTP " + response.code() + " (" + METHOD + ")");
        }
    }

    private static RuntimeException answerLost(String how) {
        return CallEffect.REPEATABLE.answerLost(SlackCalls.SLACK, METHOD + ": " + how);
    }
}
