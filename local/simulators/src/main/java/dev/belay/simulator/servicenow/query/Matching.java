package dev.belay.simulator.servicenow.query;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the database compares text. Without a setting of a column's own, neither case nor accents count (ServiceNow documentation, "Set
 * case and accent sensitivity on a per-column basis"), while the SDK's guide to encoded queries calls values case-sensitive
 * (servicenow.github.io/sdk/guides/encoded-query-guide): so it is a switch.
 */
public enum Matching {
    /** As most instances do. */
    LENIENT,
    /** Each character as it is. */
    EXACT;

    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    String folded(String text) {
        return switch (this) {
            case EXACT -> text;
            case LENIENT ->
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        };
    }
}
