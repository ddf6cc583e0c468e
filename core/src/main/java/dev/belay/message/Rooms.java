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

    /**
     * A linked conversation, as far as it is known without its record.
     *
     * @param may which of its messages may be recorded: more than one where the routes of the record's table disagree
     */
    record Candidate(RecordRef record, ConversationId id, List<Which> may) {
        Candidate {
            may = List.copyOf(may);
        }
    }

    /** Asks the links alone. */
    Optional<Candidate> around(ConversationId at, Settings settings) {
        return LinkedPlace.around(at, links)
                .map(place -> new Candidate(place.record(), place.id(), may(place.record(), place.id(), settings)));
    }

    private static List<Which> may(RecordRef record, ConversationId id, Settings settings) {
        boolean dedicated = id.thread().isEmpty();
        List<Which> said = settings.routes().stream()
                .filter(route -> route.platform() == id.platform()
                        && route.table().equals(record.table())
                        && route.workspace().equals(id.workspace()))
                .map(route -> route.recording().messages(dedicated))
                .distinct()
                .toList();
        return said.isEmpty() ? List.of(Which.NONE) : said;
    }

    /** ServiceNow is asked for the record only where the routes disagree. */
    Room of(Candidate candidate, Settings settings) {
        Which which = candidate.may().size() == 1
                ? candidate.may().getFirst()
                : asked(candidate.record(), candidate.id(), settings);
        return new Room(candidate.record(), candidate.id(), which);
    }

    private Which asked(RecordRef record, ConversationId id, Settings settings) {
        return records.find(record)
                .flatMap(found -> settings.route(found, id.platform()))
                .map(Route::recording)
                .map(recording -> recording.messages(id.thread().isEmpty()))
                .orElse(Which.NONE);
    }
}
