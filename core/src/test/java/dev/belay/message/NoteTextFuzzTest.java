package dev.belay.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.chat.Platform;
import dev.belay.record.NoteReference;
import dev.belay.record.WorkNote;
import dev.belay.text.HostileText;
import dev.belay.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever people write, no line of a note passes for a head of the journal, for a line of ours, or for markup of ServiceNow. */
final class NoteTextFuzzTest {
    private static final int BODIES = 200_000;
    private static final List<HostileText> HOSTILE = List.of(HostileText.values());

    /** In any of the formats that a user of ServiceNow may choose for dates and times. */
    private static final Pattern HEAD = Pattern.compile(
            "^\\s*\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4} \\d{1,2}[:.]\\d{2}([:.]\\d{2})?.*", Pattern.DOTALL);

    private static final Pattern MARKUP = Pattern.compile("\\[/?code", Pattern.CASE_INSENSITIVE);
    private static final Pattern OURS = Pattern.compile("\\d\\d:\\d\\d:\\d\\d UTC .+", Pattern.DOTALL);
    private static final String[] PIECES = {
        "2024-03-24 02:10:35 - System Administrator (Work notes)",
        "01-15-2025 09:52:48 - Jane Doe (Additional comments)",
        "24.03.2024 02:10 - x (Work notes)",
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u2029",
        "\u0085",
        "\u000B",
        "\f",
        "\n\n",
        " ",
        "\t",
        "\u00A0",
        "\u200B",
        "[code]",
        "[/code]",
        "[CODE]",
        "[ code]",
        "[co\u200Bde]",
        "[co\u202Ade]",
        "[[code]code]",
        "[\u2066code]",
        "@[",
        "@\u202A[",
        "<script>alert(1)</script>",
        "^ORDERBY",
        "^NQactive=true",
        "javascript:gs.log(1)",
        "[bly-abcdefghijkm]",
        "12:00:00 UTC Jane Doe: ",
        "Written in Slack:",
        "| ",
        "\uD83D",
        "\uDE00",
        "x",
        "Hello"
    };

    private final Talk talk = new Talk();
    private final Random random = new Random(20261131);

    @Test
    void two_hundred_thousand_bodies_make_notes_that_say_only_what_they_say() {
        ChatMessage message = talk.said("");
        NoteReference reference = NoteReference.random(random);
        for (int i = 0; i < BODIES; i++) {
            String body = body();
            Author author = new Author(random.nextInt(20) == 0 ? name() : "Jane Doe", true, false, true);
            NoteText text = new NoteText(Platform.SLACK, message.writtenAt());
            switch (i % 3) {
                case 0 -> text.written(message, author, body);
                case 1 -> text.edited(message, author, body);
                default -> text.deleted(message, author);
            }
            hold(i, new WorkNote(text.text(), reference).body());
        }
    }

    private static void hold(int i, String note) {
        List<String> lines = List.of(note.split("\\R", -1));
        assertThat(MARKUP.matcher(note).find()).as("markup in %s: %s", i, note).isFalse();
        assertThat(note).as("%s", i).doesNotContain("@[");
        assertThat(lines.getFirst()).isEqualTo("Written in Slack:");
        assertThat(lines.get(1)).matches(OURS);
        for (int line = 2; line < lines.size() - 1; line++) {
            assertThat(lines.get(line)).as("%s", i).startsWith("| ");
        }
        assertThat(lines.getLast()).matches("\\[bly-.{12}]");
        for (String line : lines) {
            if (HEAD.matcher(line).matches()) {
                throw new AssertionError("a head of the journal in " + i + ": " + line);
            }
        }
        assertThat(note.chars().anyMatch(c -> c < ' ' && c != '\n'))
                .as("control characters in %s", i)
                .isFalse();
    }

    private String body() {
        StringBuilder body = new StringBuilder();
        for (int left = random.nextInt(12); left >= 0; left--) {
            body.append(piece());
        }
        return body.toString();
    }

    private String piece() {
        return switch (random.nextInt(8)) {
            case 0 -> HOSTILE.get(random.nextInt(HOSTILE.size())).text();
            case 1 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT));
            default -> PIECES[random.nextInt(PIECES.length)];
        };
    }

    /** As {@link Authors} hands them on: one line. */
    private String name() {
        return PlainText.line(body(), 80);
    }

    @Test
    void a_long_message_is_cut_and_says_so() {
        ChatMessage message = talk.said("");
        NoteText text = new NoteText(Platform.TEAMS, message.writtenAt());
        text.written(message, new Author("Jane Doe", true, false, true), "x".repeat(NoteText.LONGEST + 1));
        List<String> lines = new ArrayList<>(text.text().lines().toList());
        assertThat(lines.getLast()).isEqualTo("| … (cut here; the whole message stands in Microsoft Teams)");
        assertThat(lines.get(1)).hasSizeGreaterThan(NoteText.LONGEST);
    }

    @Test
    void a_message_of_another_day_says_its_day() {
        ChatMessage message = talk.said("");
        NoteText text = new NoteText(Platform.SLACK, message.writtenAt().plusSeconds(86_400));
        text.written(message, new Author("Jane Doe", true, false, true), "x");
        assertThat(text.text().lines().toList().get(1))
                .matches("\\d{1,2} \\p{L}{3,4}\\.? \\d\\d:\\d\\d:\\d\\d UTC Jane Doe: x");
    }
}
