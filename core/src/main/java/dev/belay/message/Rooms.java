package dev.belay.message;

import dev.belay.chat.ConversationId;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkedPlace;
import dev.belay.record.RecordRef;
import dev.belay.record.Records;
import dev.belay.settings.Recording.Which;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.util.List;
import java.util.Optional;

/** Finds the record that a message belongs to, and which messages its conversation records. */
final class Rooms {
    private final ConversationLinks links;
    private final Records records;

    Rooms(ConversationLinks links, Records records) {
        this.links = links;
        this.records = records;
    }

    Optional<Room> of(ConversationId at, Settings settings) {
        return LinkedPlace.around(at, links)
                .map(place -> new Room(place.record(), place.id(), which(place.record(), place.id(), settings)));
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
