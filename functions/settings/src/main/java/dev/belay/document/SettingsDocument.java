package dev.belay.document;

import dev.belay.settings.Settings;
import java.util.List;

/**
 * The settings document of an installation, read; {@code infra/settings.schema.json} says the same to editors and to other tools.
 *
 * @param settings what the installation decided
 * @param connections how outside systems are reached
 * @param warnings what it says and hardly means; it is obeyed all the same
 */
public record SettingsDocument(Settings settings, ConnectionSettings connections, List<Problem> warnings) {
    public SettingsDocument {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the document.
     *
     * @throws InvalidSettings with everything that is wrong with it
     */
    public static SettingsDocument read(String json) {
        return DocumentReader.read(json);
    }
}
