package dev.belay.link;

import dev.belay.chat.Platform;
import dev.belay.record.RecordRef;

/**
 * What a link is found by: there is one for each record and platform.
 *
 * @param slot which of a record's two links on a platform
 */
public record LinkKey(RecordRef record, Platform platform, Slot slot) {
    /** A record's two links on one platform. */
    public enum Slot {
        /** The conversation that people work in, or the claim on a record's first one. */
        CURRENT,
        /** A claim on the conversation that is to succeed the current one, which goes on until then. */
        NEXT
    }

    /** Of the current conversation. */
    public LinkKey(RecordRef record, Platform platform) {
        this(record, platform, Slot.CURRENT);
    }

    public LinkKey current() {
        return new LinkKey(record, platform, Slot.CURRENT);
    }

    public LinkKey next() {
        return new LinkKey(record, platform, Slot.NEXT);
    }

    public boolean isNext() {
        return slot == Slot.NEXT;
    }

    @Override
    public String toString() {
        return record + " on " + platform.id() + (isNext() ? ", its next conversation" : "");
    }
}
