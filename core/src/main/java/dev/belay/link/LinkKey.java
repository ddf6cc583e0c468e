package dev.belay.link;

import dev.belay.chat.Platform;
import dev.belay.record.RecordRef;

/** What a link is found by: there is one for each record and platform. */
public record LinkKey(RecordRef record, Platform platform) {
    @Override
    public String toString() {
        return record + " on " + platform.id();
    }
}
