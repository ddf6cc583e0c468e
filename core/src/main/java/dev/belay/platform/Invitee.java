package dev.belay.platform;

import dev.belay.chat.ChatUser;
import java.util.Optional;

/**
 * Somebody who is to be brought into a conversation.
 *
 * @param name what people call them
 * @param user who they are on the platform, where they were found there
 * @param email the address that ServiceNow has for them, where they came from there
 * @param ofGroup whether they are one of a group, whom nobody called by name
 */
public record Invitee(String name, Optional<ChatUser> user, Optional<String> email, boolean ofGroup) {}
