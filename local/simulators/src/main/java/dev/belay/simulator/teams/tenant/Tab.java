package dev.belay.simulator.teams.tenant;

import com.grack.nanojson.JsonObject;

/**
 * A tab of a channel.
 *
 * @param catalogId the app that shows it, by its id in the catalog
 * @param configuration {@code entityId}, {@code contentUrl}, {@code websiteUrl}, {@code removeUrl}; never changed here
 */
public record Tab(String id, String displayName, String catalogId, JsonObject configuration) {
    public String entityId() {
        return configuration.getString("entityId", "");
    }

    public String websiteUrl() {
        return configuration.getString("websiteUrl", "");
    }

    public Tab with(String name, JsonObject other) {
        return new Tab(id, name, catalogId, other);
    }
}
