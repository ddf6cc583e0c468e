package dev.belay.simulator.teams.dialog;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.simulator.teams.card.CardRules;
import dev.belay.simulator.teams.card.InvalidCard;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an app answered to {@code task/fetch} or {@code task/submit}
 * (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots). Dialogs that show a web page
 * are not simulated.
 */
public sealed interface TaskAnswer {
    /** The card to be shown in a dialog. */
    record Shown(String title, JsonObject card) implements TaskAnswer {}

    /** A sentence to be shown. */
    record Said(String text) implements TaskAnswer {}

    /** Nothing more: the dialog closes. */
    record Closed() implements TaskAnswer {}

    /** Reads the answer to {@code task/fetch}; none where Teams would show that something went wrong. */
    static Optional<TaskAnswer> toFetch(String body, CardRules cards) {
        try {
            return of(JsonParser.object().from(body), cards);
        } catch (JsonParserException | InvalidCard e) {
            return Optional.empty();
        }
    }

    /** Reads the answer to {@code task/submit}, which may be empty; an object without a task may not (github.com/microsoft/teams-sdk/pull/167). */
    static Optional<TaskAnswer> toSubmit(String body, CardRules cards) {
        return body.isEmpty() ? Optional.of(new Closed()) : toFetch(body, cards);
    }

    private static Optional<TaskAnswer> of(JsonObject answer, CardRules cards) {
        JsonObject task = answer.getObject("task", new JsonObject());
        return switch (task.getString("type", "")) {
            case "message" ->
                task.get("value") instanceof String text && !text.isEmpty()
                        ? Optional.of(new Said(text))
                        : Optional.empty();
            case "continue" -> task.get("value") instanceof JsonObject info ? shown(info, cards) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<TaskAnswer> shown(JsonObject info, CardRules cards) {
        JsonObject attachment = info.getObject("card", new JsonObject());
        boolean isTitled = !info.has("title") || info.isString("title");
        if (!isTitled
                || !isSize(info.get("height"))
                || !isSize(info.get("width"))
                || !"application/vnd.microsoft.card.adaptive".equals(attachment.getString("contentType"))) {
            return Optional.empty();
        }
        cards.check(attachment.get("content"));
        return Optional.of(new Shown(info.getString("title", ""), attachment.getObject("content")));
    }

    /** A number of pixels or a word; Teams takes its smallest where there is neither. */
    private static boolean isSize(@Nullable Object size) {
        return switch (size) {
            case null -> true;
            case String word -> Set.of("small", "medium", "large").contains(word);
            case Number pixels -> pixels.doubleValue() > 0;
            default -> false;
        };
    }
}
