package dev.belay.document;

import dev.belay.settings.Settings;

/**
 * The settings document of an installation, read; {@code infra/settings.schema.json} says the same to editors and to other tools.
 *
 * @param settings what the installation decided
 * @param connections how outside systems are reached
 */
public record SettingsDocument(Settings settings, ConnectionSettings connections) {
    /**
     * Reads the document.
     *
     * @throws InvalidSettings with everything that is wrong with it
     */
    public static SettingsDocument read(String json) {
        return DocumentReader.read(json);
    }
}
