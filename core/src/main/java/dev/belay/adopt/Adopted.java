package dev.belay.adopt;

import dev.belay.link.LinkKey;

/** What came of adopting a channel. */
public sealed interface Adopted {
    /** The record is claimed with its channel; the worker makes the rest of the conversation, as ever. */
    record Claimed(LinkKey link) implements Adopted {}

    /** The record's link had it before, by whomever; the worker was told to go on, since it may not have heard of it. */
    record Again(LinkKey link) implements Adopted {}

    /** Nothing was changed. */
    record Refused(String why) implements Adopted {}
}
