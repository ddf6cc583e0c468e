package dev.belay.teams.card;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.belay.line.Line;
import dev.belay.line.Line.Piece;
import dev.belay.record.Happening.Participant;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Draws lines as an Adaptive Card: what people wrote stands in text runs, which know no Markdown and no mention. Those who are
 * mentioned stand below, in a text block, which knows both
 * (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format, "Mention support").
 */
public final class LineCard {
    private static final int PIECE = 2000;
    private static final int SUMMARY = 300;

    /** All that stands between the tags of a mention: nothing that a text block reads as markup. */
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N} .'-]");

    private LineCard() {}

    /** Somebody who is mentioned, by their account in the roster. */
    public record Mention(String account, String name) {
        private String text() {
            String fit = UNFIT.matcher(name).replaceAll("").strip();
            return "<at>" + (fit.isEmpty() ? "you" : fit) + "</at>";
        }

        private JsonObject entity() {
            return JsonObject.builder()
                    .value("type", "mention")
                    .value("text", text())
                    .object("mentioned")
                    .value("id", account)
                    .value("name", name)
                    .end()
                    .done();
        }
    }

    /** What the first element is called: by it the message is found again. */
    private static String mark(String marker) {
        return "belay-line-" + marker;
    }

    public static JsonObject card(List<Line> lines, List<Mention> mentions, String marker) {
        JsonArray body = new JsonArray();
        lines.stream().map(LineCard::block).forEach(body::add);
        body.getObject(0).put("id", mark(marker));
        JsonObject teams = JsonObject.builder().value("width", "Full").done();
        if (!mentions.isEmpty()) {
            body.add(JsonObject.builder()
                    .value("type", "TextBlock")
                    .value("wrap", true)
                    .value("text", mentions.stream().map(Mention::text).collect(Collectors.joining(" ")))
                    .done());
            JsonArray entities = new JsonArray();
            mentions.forEach(mention -> entities.add(mention.entity()));
            teams.put("entities", entities);
        }
        return JsonObject.builder()
                .value("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .value("type", "AdaptiveCard")
                .value("version", "1.5")
                .value("fallbackText", summary(lines))
                .value("msteams", teams)
                .value("body", body)
                .done();
    }

    /** What a notification shows. */
    public static String summary(List<Line> lines) {
        return CardText.cut(lines.stream().map(Line::plain).collect(Collectors.joining(" · ")), SUMMARY);
    }

    /**
     * Whether a card as it is read back bears this marker.
     *
     * @param card JSON text
     */
    public static boolean isMarked(String card, String marker) {
        try {
            return JsonParser.object().from(card).getArray("body", new JsonArray()).stream()
                    .anyMatch(element -> element instanceof JsonObject block
                            && block.getString("id", "").equals(mark(marker)));
        } catch (JsonParserException | StackOverflowError e) {
            return false;
        }
    }

    private static JsonObject block(Line line) {
        JsonArray runs = new JsonArray();
        line.pieces().stream().map(LineCard::run).forEach(runs::add);
        return JsonObject.builder()
                .value("type", "RichTextBlock")
                .value("inlines", runs)
                .done();
    }

    private static JsonObject run(Piece piece) {
        return switch (piece) {
            case Piece.Words(String words) -> run(words, "Default");
            case Piece.Link(String words, URI address) -> link(words, address);
            case Piece.Person(Participant(String name, Optional<?> _, Optional<?> _)) -> run(name, "Bolder");
        };
    }

    /** A run has no address of its own but that of an action (adaptivecards.io/explorer/TextRun.html, selectAction). */
    private static JsonObject link(String words, URI address) {
        JsonObject run = run(words, "Default");
        run.put(
                "selectAction",
                JsonObject.builder()
                        .value("type", "Action.OpenUrl")
                        .value("url", address.toASCIIString())
                        .done());
        return run;
    }

    private static JsonObject run(String words, String weight) {
        return JsonObject.builder()
                .value("type", "TextRun")
                .value("text", CardText.inLine(words, PIECE))
                .value("weight", weight)
                .done();
    }
}
