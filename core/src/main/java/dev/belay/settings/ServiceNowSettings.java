package dev.belay.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Which ServiceNow, and what of it is ours.
 *
 * @param instance the instance's name, which its events must bear: a clone says another
 * @param url where its API is, without a slash at the end
 * @param user the {@code user_name} of the integration user, who is the author of what we write
 * @param channelField the field of the record that bears the conversation's id, where there is one
 */
public record ServiceNowSettings(String instance, URI url, String user, Optional<String> channelField) {}
