package dev.belay.teams.card;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.card.Card;
import dev.belay.card.CardButton;
import dev.belay.card.PrivateAnswer;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws cards and private answers as Adaptive Cards. What people wrote stands in text runs, which know no Markdown
 * (adaptivecards.io/explorer/TextRun), so that it shows as they wrote it.
 */
public final class AdaptiveCards {
    private static final int TITLE = 300;
    private static final int MOST_FACTS = 16;
    private static final int SENTENCE = 2000;

    /** Further ones need a place that they are opened from (learn.microsoft.com/microsoftteams/platform, "Designing Adaptive Cards"). */
    private static final int SHOWN_ACTIONS = 6;

    private AdaptiveCards() {}

    /** What the first element of a card is called: by it the card is found again, with its generation. */
    static String mark(String marker, long generation) {
        return "belay-" + marker + "-" + generation;
    }

    /** @param marker the claim's random marker, which the card bears */
    public static JsonObject card(Card card, String marker) {
        JsonArray body = new JsonArray();
        body.add(title(card, marker));
        card.facts().stream().limit(MOST_FACTS).map(FactRuns::of).forEach(body::add);
        JsonArray actions = new JsonArray();
        card.buttons().stream().map(AdaptiveCards::button).forEach(button -> {
            if (actions.size() >= SHOWN_ACTIONS - 1) {
                button.put("mode", "secondary");
            }
            actions.add(button);
        });
        actions.add(Math.min(actions.size(), SHOWN_ACTIONS - 1), openRecord(card));
        body.add(actionSet(actions));
        return whole(body, summary(card));
    }

    /** The colour of its container says how bad it is; the sign and the words in it say the same. */
    private static JsonObject title(Card card, String marker) {
        return JsonObject.builder()
                .value("type", "Container")
                .value("id", mark(marker, card.generation()))
                .value("style", style(card.tone()))
                .value("bleed", true)
                .array("items", List.of(text(run(CardText.breakable(card.title(), TITLE), "Large", true))))
                .done();
    }

    private static JsonObject openRecord(Card card) {
        return JsonObject.builder()
                .value("type", "Action.OpenUrl")
                .value("title", openLabel(card))
                .value("url", card.link())
                .done();
    }

    /** With the button that is the way forward, where there is one. */
    public static JsonObject answer(PrivateAnswer answer) {
        JsonArray body = new JsonArray();
        body.add(text(run(CardText.breakable(answer.sentence(), SENTENCE), "Default", false)));
        answer.offer().map(AdaptiveCards::button).ifPresent(button -> body.add(actionSet(JsonArray.from(button))));
        return whole(body, summary(answer));
    }

    /** What a notification shows. */
    public static String summary(Card card) {
        return CardText.cut(card.summary(), TITLE);
    }

    /** What a notification shows. */
    public static String summary(PrivateAnswer answer) {
        return CardText.cut(answer.sentence(), TITLE);
    }

    /**
     * The generation of a card as it is read back.
     *
     * @param card JSON text
     * @return none when it is not the card that bears this marker
     */
    public static OptionalLong generation(String card, String marker) {
        JsonArray body;
        try {
            body = JsonParser.object().from(card).getArray("body", new JsonArray());
        } catch (JsonParserException | StackOverflowError e) {
            return OptionalLong.empty();
        }
        Pattern mark = Pattern.compile("belay-" + Pattern.quote(marker) + "-(\\d{1,18})");
        return body.stream()
                .filter(JsonObject.class::isInstance)
                .map(element -> mark.matcher(((JsonObject) element).getString("id", "")))
                .filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst();
    }

    private static String openLabel(Card card) {
        return card.number().isEmpty()
                ? "Open in ServiceNow"
                : "Open " + CardText.cut(card.number(), 40) + " in ServiceNow";
    }

    private static String style(Card.Tone tone) {
        return switch (tone) {
            case ATTENTION -> "attention";
            case WARNING -> "warning";
            case ACCENT -> "accent";
            case GOOD -> "good";
            case NEUTRAL -> "emphasis";
        };
    }

    private static JsonObject whole(JsonArray body, String fallback) {
        return JsonObject.builder()
                .value("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .value("type", "AdaptiveCard")
                .value("version", "1.5")
                .value("fallbackText", fallback)
                .object("msteams")
                .value("width", "Full")
                .end()
                .value("body", body)
                .done();
    }

    private static JsonObject text(JsonObject run) {
        return text(JsonArray.from(run));
    }

    static JsonObject text(JsonArray runs) {
        return JsonObject.builder()
                .value("type", "RichTextBlock")
                .value("inlines", runs)
                .done();
    }

    static JsonObject run(String words, String size, boolean bold) {
        return JsonObject.builder()
                .value("type", "TextRun")
                .value("text", words)
                .value("size", size)
                .value("weight", bold ? "Bolder" : "Default")
                .done();
    }

    private static JsonObject actionSet(JsonArray actions) {
        return JsonObject.builder()
                .value("type", "ActionSet")
                .value("actions", actions)
                .done();
    }

    /** A client that knows no {@code Action.Execute} shows the submit in its place. */
    private static JsonObject button(CardButton button) {
        JsonObject data = data(button);
        if (button.action().asksFirst()) {
            return dialogButton(button, data);
        }
        return JsonObject.builder()
                .value("type", "Action.Execute")
                .value("title", button.label())
                .value("verb", button.action().id())
                .value("data", data)
                .object("fallback")
                .value("type", "Action.Submit")
                .value("title", button.label())
                .value("data", new JsonObject(data))
                .end()
                .done();
    }

    /** Teams asks for a dialog on a submit only (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards). */
    private static JsonObject dialogButton(CardButton button, JsonObject data) {
        data.put("msteams", JsonObject.builder().value("type", "task/fetch").done());
        return JsonObject.builder()
                .value("type", "Action.Submit")
                .value("title", button.label())
                .value("data", data)
                .done();
    }

    private static JsonObject data(CardButton button) {
        JsonObject data = new JsonObject();
        data.put("table", button.record().table());
        data.put("sys_id", button.record().sysId().value());
        data.put("action", button.action().id());
        data.put("generation", button.generation());
        data.put("shown", button.shown());
        button.replaces().ifPresent(user -> data.put("replaces", user));
        if (!button.options().isEmpty()) {
            JsonArray options = new JsonArray();
            button.options().forEach(option -> options.add(JsonArray.from(option.id(), option.label())));
            data.put("options", options);
        }
        return data;
    }
}
