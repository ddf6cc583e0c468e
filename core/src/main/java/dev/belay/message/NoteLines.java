package dev.belay.message;

import dev.belay.line.Line;
import dev.belay.record.JournalEntry;
import dev.belay.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts an entry of a journal into lines for a conversation, with who wrote it; a long one is cut, and says where the rest stands. */
final class NoteLines {
    private static final int LONGEST = 3_000;
    private static final int MOST = 30;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LINE = 1_900;
    private static final Pattern BREAK = Pattern.compile("\\R");

    /** A journal holds HTML between these; its tags are of no use in chat. */
    private static final Pattern CODE = Pattern.compile("\\[/?code\\]", Pattern.CASE_INSENSITIVE);

    private NoteLines() {}

    static List<Line> of(JournalEntry entry) {
        String author = PlainText.line(entry.author(), LONGEST_NAME);
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of((author.isEmpty() ? "Somebody" : author)
                + (entry.comment() ? " commented, for the customer too:" : " noted in ServiceNow:")));
        int left = LONGEST;
        for (String each : BREAK.split(CODE.matcher(entry.text()).replaceAll(""), -1)) {
            String line = PlainText.line(each, LONGEST_LINE);
            if (line.isEmpty()) {
                continue;
            }
            left -= line.length();
            if (left < 0 || lines.size() > MOST) {
                lines.add(Line.of("… (the whole note stands in ServiceNow)"));
                return lines;
            }
            lines.add(Line.of(line));
        }
        return lines;
    }
}
