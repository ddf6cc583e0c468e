package dev.belay.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.line.Line;
import dev.belay.text.HostileText;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a note says, in Teams it mentions nobody, is no markup and no template. */
final class NotesFuzzTest {
    private static final int BODIES = 200_000;
    private static final List<HostileText> HOSTILE = List.of(HostileText.values());
    private static final Pattern CONTROL = Pattern.compile("(?i)</?at|\\{\\{|\\p{Cntrl}");
    private static final String[] PIECES = {
        "<at>everybody</at>",
        "<AT id=\"0\">x</AT>",
        "< at>",
        "<\u202Eat>",
        "<\u200Bat>",
        "{{DATE(2026-01-01)}}",
        "{\u202E{",
        "{",
        "{{{",
        "<",
        ">",
        "at",
        "/",
        "</",
        "[click](https://evil.example)",
        "**b**",
        "# x",
        "\n",
        "\r",
        "\u2028",
        "\u2066",
        "\uD83D",
        " ",
        "x",
        "&lt;at&gt;"
    };

    @Test
    void two_hundred_thousand_bodies_mention_nobody() {
        Random random = new Random(20261131);
        for (int i = 0; i < BODIES; i++) {
            StringBuilder body = new StringBuilder();
            for (int left = random.nextInt(10); left >= 0; left--) {
                body.append(
                        random.nextInt(8) == 0
                                ? HOSTILE.get(random.nextInt(HOSTILE.size())).text()
                                : PIECES[random.nextInt(PIECES.length)]);
            }
            JsonObject card = LineCard.card(List.of(Line.of(body.toString())), List.of(), "m1");
            JsonArray runs = card.getArray("body").getObject(0).getArray("inlines");
            for (Object run : runs) {
                JsonObject text = (JsonObject) run;
                if (CONTROL.matcher(text.getString("text")).find()
                        || !text.getString("type").equals("TextRun")) {
                    assertThat(text.getString("text")).as("body %s", i).isEmpty();
                }
            }
            assertThat(card.getObject("msteams").has("entities")).isFalse();
        }
    }
}
