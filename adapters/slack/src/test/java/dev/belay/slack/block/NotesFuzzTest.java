package dev.belay.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.line.Line;
import dev.belay.text.HostileText;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a note says, in Slack it mentions nobody and links nothing under another name. */
final class NotesFuzzTest {
    private static final int BODIES = 200_000;
    private static final List<HostileText> HOSTILE = List.of(HostileText.values());

    /** What Slack takes for more than words (docs.slack.dev/messaging/formatting-message-text). */
    private static final Pattern CONTROL = Pattern.compile("<[@#!]|<[^>]*\\|");

    private static final String[] PIECES = {
        "<!channel>",
        "<!here>",
        "<!everyone>",
        "<@U01BOB>",
        "<#C01|x>",
        "<!subteam^S01|@dba>",
        "<!date^1^{date}|x>",
        "<https://evil.example|https://acme.service-now.com>",
        "&lt;!channel&gt;",
        "&amp;lt;",
        "<",
        ">",
        "|",
        "!",
        "@",
        "channel",
        "\u202E",
        "\u2066",
        "\u200B",
        "\uD83D",
        "\n",
        "\r",
        "\u2028",
        "*b*",
        "`c`",
        "```",
        "~s~",
        "_i_",
        " ",
        "x"
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
            String text = LineText.text(List.of(Line.of(body.toString())));
            if (CONTROL.matcher(text).find() || text.indexOf('<') >= 0 || text.indexOf('\n') >= 0) {
                assertThat(text).as("body %s", i).isEmpty();
            }
        }
    }
}
