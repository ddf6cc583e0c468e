package dev.belay.simulator.aws.call;

/**
 * One IAM permission that a call needed.
 *
 * @param action e.g. {@code dynamodb:UpdateItem}
 * @param resource the table ({@code name} or {@code name/index/name}), queue, secret or parameter by its name
 */
public record Permission(String action, String resource) {}
