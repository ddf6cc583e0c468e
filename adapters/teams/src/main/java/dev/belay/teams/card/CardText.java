package dev.belay.teams.card;

import dev.belay.text.PlainText;
import java.util.regex.Pattern;

/**
 * Words of a record or a person made fit for Teams: on one line, never more than fits, and no template, mention or markup of their
 * own.
 */
final class CardText {
    /** Two braces begin a date function (adaptivecards.io, text features). */
    private static final Pattern BRACES = Pattern.compile("\\{(?=\\{)");

    /**
     * What begins a tag: Teams reads {@code <at>} in every text of a card as a mention, and refuses a card with a mention that it
     * does not know (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format, "Mention support").
     */
    private static final Pattern TAG = Pattern.compile("<(?=/?\\s*[A-Za-z])");

    /** So many characters without a space do not fit on a line: a text run breaks at spaces only, also at those of no width. */
    private static final Pattern LONG_WORD = Pattern.compile("(\\S{40})(?=\\S)");

    private static final String BREAK = "\u200B";

    private CardText() {}

    /** The same for a part of a line, which keeps a space at its end or its beginning. */
    static String inLine(String words, int most) {
        return (words.startsWith(" ") ? " " : "") + breakable(words, most) + (words.endsWith(" ") ? " " : "");
    }

    /** The same with places where a long word may break, which are not counted. */
    static String breakable(String words, int most) {
        return LONG_WORD.matcher(cut(words, most)).replaceAll("$1" + BREAK);
    }

    /** At most so many characters. What is not shown is left out first, since it may stand within a tag or between two braces. */
    static String cut(String words, int most) {
        String tagless = TAG.matcher(PlainText.line(words, most)).replaceAll("< ");
        String plain = PlainText.line(BRACES.matcher(tagless).replaceAll("{ "), most);
        return plain.isEmpty() ? "-" : plain;
    }
}
