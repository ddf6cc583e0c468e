package dev.belay.inbound;

/**
 * A relay in the customer's network, as the platform knows it.
 *
 * @param status in the platform's own word, such as {@code Down}
 */
public record Relay(String name, boolean up, String status) {}
