package dev.belay.wiring.settings;

import dev.belay.document.InvalidSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings as the document says now. While the document is missing or invalid, the last valid one stays in force; where there is
 * none, every message is retried until the document is stored or corrected.
 */
public final class CurrentSettings implements Supplier<SettingsDocument> {
    private static final System.Logger LOG = System.getLogger(CurrentSettings.class.getName());

    private final String parameter;
    private final Supplier<Optional<String>> text;
    private final Counters counters;
    private String read = "";
    private String mistake = "";
    private @Nullable SettingsDocument lastValid;

    /**
     * @param parameter what holds the document
     * @param text the document, where there is one
     */
    public CurrentSettings(String parameter, Supplier<Optional<String>> text, Counters counters) {
        this.parameter = parameter;
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
        Optional<String> now = text.get();
        if (now.isEmpty()) {
            missing();
        } else {
            read(now.get());
        }
        if (lastValid == null) {
            throw new Unavailable(
                    "settings", now.isEmpty() ? notSetUp() : "the settings document is not valid", Optional.empty());
        }
        return lastValid;
    }

    /** Said and counted each time: it is a person's turn as long as it is so. */
    private void missing() {
        LOG.log(System.Logger.Level.ERROR, notSetUp());
        counters.count(Metric.NOT_SET_UP, "settings");
    }

    private String notSetUp() {
        return "not set up yet: there is no settings document in the parameter " + parameter
                + ": store it with 'aws ssm put-parameter --type String --tier Intelligent-Tiering --name " + parameter
                + " --value file://my-settings.json'";
    }

    /** Parsed once; what is wrong with it is said and counted each time, as that it is missing. */
    private void read(String now) {
        if (!now.equals(read)) {
            read = now;
            parse(now);
        }
        if (!mistake.isEmpty()) {
            LOG.log(System.Logger.Level.ERROR, "the settings document is not valid: {0}", mistake);
            counters.count(Metric.SETTINGS_INVALID, "Document");
        }
    }

    private void parse(String now) {
        try {
            lastValid = SettingsDocument.read(now);
            mistake = "";
        } catch (InvalidSettings e) {
            mistake = String.valueOf(e.getMessage());
        }
    }
}
