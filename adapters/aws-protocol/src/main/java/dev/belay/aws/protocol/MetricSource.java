package dev.belay.aws.protocol;

/**
 * Who counts: dimensions of each metric, so that two stacks in one account do not count into each other's alarms.
 *
 * @param stack the stack's name
 * @param function the function's name in the template
 */
public record MetricSource(String stack, String function) {}
