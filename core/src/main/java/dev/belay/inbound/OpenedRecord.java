package dev.belay.inbound;

import java.time.Instant;

/** A record of a table that has conversations, and when it was made: its event must come. */
public record OpenedRecord(String table, Instant at) {}
