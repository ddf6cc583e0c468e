package dev.belay.simulator.pagerduty.account;

import java.time.Instant;

/**
 * A note on an incident.
 *
 * @param user the id of the user who wrote it
 */
public record Note(String id, String incident, String user, String content, Instant at) {}
