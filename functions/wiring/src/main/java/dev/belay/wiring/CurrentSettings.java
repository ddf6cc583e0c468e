package dev.belay.wiring;

import dev.belay.document.InvalidSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings as the document says now. While the document is invalid, the last valid one stays in force; where there is none,
 * every message is retried until the document is corrected.
 */
final class CurrentSettings implements Supplier<SettingsDocument> {
    private static final System.Logger LOG = System.getLogger(CurrentSettings.class.getName());

    private final Supplier<String> text;
    private final Counters counters;
    private String read = "";
    private @Nullable SettingsDocument lastValid;

    CurrentSettings(Supplier<String> text, Counters counters) {
        this.text = text;
        this.counters = counters;
    }

    /**
     * A snapshot: whoever works on one message asks once.
     *
     * @throws Unavailable while there is no valid document
     */
    @Override
    public synchronized SettingsDocument get() {
        String now = text.get();
        if (!now.equals(read)) {
            read(now);
        }
        if (lastValid == null) {
            throw new Unavailable("settings", "the settings document is not valid", Optional.empty());
        }
        return lastValid;
    }

    private void read(String now) {
        read = now;
        try {
            lastValid = SettingsDocument.read(now);
        } catch (InvalidSettings e) {
            LOG.log(System.Logger.Level.ERROR, "the settings document is not valid: {0}", e.getMessage());
            counters.count(Metric.SETTINGS_INVALID, "Document");
        }
    }
}
