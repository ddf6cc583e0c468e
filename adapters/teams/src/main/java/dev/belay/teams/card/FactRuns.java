package dev.belay.teams.card;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.card.Fact;
import dev.belay.card.Fact.Link;
import dev.belay.card.Fact.Moment;
import dev.belay.card.Fact.Part;
import dev.belay.card.Fact.Words;
import java.time.temporal.ChronoUnit;

/** A fact as text runs on one line: words as they were written, moments by the card's own functions, links that open. */
final class FactRuns {
    private static final int LONGEST = 300;

    private FactRuns() {}

    static JsonObject of(Fact fact) {
        JsonArray runs =
                JsonArray.from(AdaptiveCards.run(CardText.breakable(fact.label(), LONGEST) + "  ", "Default", true));
        for (Part part : fact.parts()) {
            if (runs.size() > 1) {
                runs.add(plain(" "));
            }
            runs.add(run(part));
        }
        return AdaptiveCards.text(runs);
    }

    private static JsonObject run(Part part) {
        return switch (part) {
            case Words(String words) -> plain(CardText.breakable(words, LONGEST));
            case Moment moment -> plain(date(moment));
            case Link(String label, String address) -> link(label, address);
        };
    }

    private static JsonObject plain(String words) {
        return AdaptiveCards.run(words, "Default", false);
    }

    /** In the reader's own time zone (learn.microsoft.com/adaptive-cards/authoring-cards/text-features, "Datetime formatting"). */
    private static String date(Moment moment) {
        String at = moment.at().truncatedTo(ChronoUnit.SECONDS).toString();
        return "{{DATE(" + at + ", SHORT)}} {{TIME(" + at + ")}}";
    }

    private static JsonObject link(String label, String address) {
        JsonObject run = plain(CardText.breakable(label, LONGEST));
        run.put("color", "Accent");
        run.put(
                "selectAction",
                JsonObject.builder()
                        .value("type", "Action.OpenUrl")
                        .value("url", address)
                        .done());
        return run;
    }
}
