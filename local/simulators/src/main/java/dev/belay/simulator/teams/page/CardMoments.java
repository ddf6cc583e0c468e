package dev.belay.simulator.teams.page;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The date functions of Adaptive Cards as a reader in UTC sees them (learn.microsoft.com/adaptive-cards/authoring-cards/text-features,
 * "Datetime formatting").
 */
final class CardMoments {
    private static final String AT = "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:Z|[-+]\\d{2}:\\d{2}))";
    private static final Pattern FUNCTION =
            Pattern.compile("\\{\\{(DATE|TIME)\\(" + AT + "(?:, ?(?:COMPACT|LONG|SHORT))?\\)\\}\\}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private CardMoments() {}

    static String shown(String text) {
        return FUNCTION.matcher(text).replaceAll(CardMoments::shown);
    }

    private static String shown(MatchResult function) {
        OffsetDateTime at = OffsetDateTime.parse(function.group(2)).withOffsetSameInstant(ZoneOffset.UTC);
        return Matcher.quoteReplacement((function.group(1).equals("DATE") ? DATE : TIME).format(at));
    }
}
