package dev.belay.link;

import java.time.Instant;

/**
 * What was announced last to be drawn on a card.
 *
 * @param shown a hash of all that the card shows and offers, whatever its generation
 * @param at when it was about to be sent
 */
public record Drawn(String shown, Instant at) {}
