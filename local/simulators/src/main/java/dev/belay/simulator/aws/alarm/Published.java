package dev.belay.simulator.aws.alarm;

/** What a topic was given, and would hand to each subscriber. */
public record Published(String subject, String message) {}
