package dev.belay.pager;

import dev.belay.person.PlatformUser;
import dev.belay.record.RecordRef;
import dev.belay.settings.PagerSettings.Target;
import java.util.List;
import java.util.Optional;

/**
 * Somebody is to be paged about a record. Where it is given again it is the same in all but the incident ({@link PageOrders}).
 *
 * @param id the same each time this one order is given; a pager that knows idempotency keys gets it as one
 * @param about the record that it is about, as it was when the order was first given
 * @param by who asks for it
 * @param targets whom the settings name and the person chose; at least one
 * @param message what the person wrote; may be empty
 * @param incident what the pager calls its own incident about the record, where an earlier page made one
 */
public record PageOrder(
        String id, About about, PlatformUser by, List<Target> targets, String message, Optional<String> incident) {
    /**
     * What the one who is paged is to know.
     *
     * @param title the record's short description; may be empty
     * @param priority 1 (critical) to 5 (planning); 0 for none
     * @param link where the record opens in a browser
     */
    public record About(RecordRef record, String number, String title, int priority, String link) {}

    public PageOrder {
        targets = List.copyOf(targets);
    }

    /** Without the message. */
    @Override
    public String toString() {
        return "page " + id + " about " + about.record();
    }
}
