package dev.belay.wiring;

import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.settings.Settings;
import dev.belay.wiring.document.InvalidSettings;
import dev.belay.wiring.document.SettingsDocument;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings as the document says now. A document that cannot be read leaves those before it in force; where there are none,
 * everything waits until it is mended.
 */
final class CurrentSettings implements Supplier<Settings> {
    private static final System.Logger LOG = System.getLogger(CurrentSettings.class.getName());

    private final Supplier<String> document;
    private final Counters counters;
    private String read = "";
    private @Nullable Settings good;

    CurrentSettings(Supplier<String> document, Counters counters) {
        this.document = document;
        this.counters = counters;
    }

    @Override
    public synchronized Settings get() {
        String now = document.get();
        if (!now.equals(read)) {
            read(now);
        }
        if (good == null) {
            throw new Unavailable("settings", "the settings document is not valid", Optional.empty());
        }
        return good;
    }

    private void read(String now) {
        read = now;
        try {
            good = SettingsDocument.read(now);
        } catch (InvalidSettings e) {
            LOG.log(System.Logger.Level.ERROR, "the settings document is not valid: {0}", e.getMessage());
            counters.count("SettingsInvalid", "Document");
        }
    }
}
