package dev.belay.chat;

/**
 * A card in chat.
 *
 * @param message the message's id in its channel
 * @param generation the generation that it was drawn with
 */
public record PostedCard(String message, long generation) {}
