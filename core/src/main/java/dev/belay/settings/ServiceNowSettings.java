package dev.belay.settings;

import dev.belay.chat.Platform;
import java.net.URI;
import java.util.Map;

/**
 * Which ServiceNow, and what of it is ours.
 *
 * @param instance the instance's name, which its events must name: a clone says another
 * @param url where its API is, without a slash at the end
 * @param user the {@code user_name} of the integration user, who is the author of what we write
 * @param conversationFields for each platform the field of the record that holds the conversation's id there, where there is one
 * @param conversationLinks likewise the field that holds its address
 */
public record ServiceNowSettings(
        String instance,
        URI url,
        String user,
        Map<Platform, String> conversationFields,
        Map<Platform, String> conversationLinks) {
    public ServiceNowSettings {
        conversationFields = Map.copyOf(conversationFields);
        conversationLinks = Map.copyOf(conversationLinks);
    }

    /** Without fields for addresses. */
    public ServiceNowSettings(String instance, URI url, String user, Map<Platform, String> conversationFields) {
        this(instance, url, user, conversationFields, Map.of());
    }
}
