package dev.belay.message;

import dev.belay.chat.ConversationId;
import dev.belay.link.ConversationLinks;
import dev.belay.record.RecordRef;
import dev.belay.record.Records;
import dev.belay.settings.Recording.Which;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * Finds the record that a message belongs to: its channel's, else its thread's in a shared channel. Of a place that is not ours it costs
 * a read or two of the links.
 */
final class Rooms {
    private final ConversationLinks links;
    private final Records records;

    Rooms(ConversationLinks links, Records records) {
        this.links = links;
        this.records = records;
    }

    Optional<Room> of(ConversationId at, Settings settings) {
        ConversationId channel = new ConversationId(at.platform(), at.workspace(), at.channel(), Optional.empty());
        Optional<RecordRef> own = links.recordOf(channel);
        if (own.isPresent() || at.thread().isEmpty()) {
            return own.map(record -> new Room(record, channel, which(record, channel, settings)));
        }
        return links.recordOf(at).map(record -> new Room(record, at, which(record, at, settings)));
    }

    /** ServiceNow is asked only where the routes of the record's table disagree. */
    private Which which(RecordRef record, ConversationId id, Settings settings) {
        boolean dedicated = id.thread().isEmpty();
        List<Which> said = settings.routes().stream()
                .filter(route -> route.platform() == id.platform()
                        && route.table().equals(record.table())
                        && route.workspace().equals(id.workspace()))
                .map(route -> route.recording().messages(dedicated))
                .distinct()
                .toList();
        return switch (said.size()) {
            case 0 -> Which.NONE;
            case 1 -> said.getFirst();
            default -> asked(record, id, settings);
        };
    }

    private Which asked(RecordRef record, ConversationId id, Settings settings) {
        return records.find(record)
                .flatMap(found -> settings.route(found, id.platform()))
                .map(Route::recording)
                .map(recording -> recording.messages(id.thread().isEmpty()))
                .orElse(Which.NONE);
    }
}
