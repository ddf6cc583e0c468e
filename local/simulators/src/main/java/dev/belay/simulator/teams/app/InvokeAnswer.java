package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an app answered to an invoke (learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model, response format).
 *
 * @param value a card, a sentence, or an error's {@code code} and {@code message}
 */
public record InvokeAnswer(
        int statusCode, String type, @Nullable Object value) {
    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final String SENTENCE = "application/vnd.microsoft.activity.message";
    private static final Map<String, Integer> STATUS = Map.of(
            CARD,
            200,
            SENTENCE,
            200,
            "application/vnd.microsoft.activity.loginRequest",
            401,
            "application/vnd.microsoft.error.incorrectAuthCode",
            401,
            "application/vnd.microsoft.error.preconditionFailed",
            412);

    /** Reads the answer's body; none where Teams would show that something went wrong. */
    static Optional<InvokeAnswer> of(String body) {
        try {
            JsonObject json = JsonParser.object().from(body);
            InvokeAnswer answer =
                    new InvokeAnswer(json.getInt("statusCode", 200), json.getString("type", ""), json.get("value"));
            return answer.isValid() ? Optional.of(answer) : Optional.empty();
        } catch (JsonParserException e) {
            return Optional.empty();
        }
    }

    private boolean isValid() {
        if ("application/vnd.microsoft.error".equals(type)) {
            return (statusCode == 400 || statusCode == 500)
                    && value instanceof JsonObject error
                    && error.isString("code")
                    && error.isString("message");
        }
        return Integer.valueOf(statusCode).equals(STATUS.get(type)) && (!isShown() || fits());
    }

    private boolean fits() {
        return type.equals(CARD)
                ? value instanceof JsonObject card && "AdaptiveCard".equals(card.getString("type"))
                : value instanceof String;
    }

    /** Whether the person sees a card or a sentence, rather than an error. */
    public boolean isShown() {
        return type.equals(CARD) || type.equals(SENTENCE);
    }

    /** The sentence that the person sees, or the error's message; empty where it is a card. */
    public String sentence() {
        return switch (value) {
            case String text -> text;
            case JsonObject error -> error.getString("message", "");
            case null, default -> "";
        };
    }
}
