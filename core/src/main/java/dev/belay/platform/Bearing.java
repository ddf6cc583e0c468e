package dev.belay.platform;

import dev.belay.record.RecordRef;

/** Which record a conversation's own side says that it belongs to: a tab in Teams, a card's metadata in Slack. */
public sealed interface Bearing {
    /** This one. */
    record Bears(RecordRef record) implements Bearing {}

    /** None, and one should. */
    record Nothing() implements Bearing {}

    /** The platform cannot tell it here. */
    record Untold() implements Bearing {}
}
