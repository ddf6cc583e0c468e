package dev.belay.adopt;

import dev.belay.chat.Channel;
import dev.belay.record.RecordRef;

/** A channel that may be a record's, and that no link names. */
public record Candidate(Channel channel, RecordRef record) {}
