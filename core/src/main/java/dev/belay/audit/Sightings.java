package dev.belay.audit;

import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress.Place;
import dev.belay.chat.Channel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which channels an audit listed, read again from what it kept. */
final class Sightings {
    private final Map<String, Boolean> archived = new HashMap<>();

    private Sightings() {}

    static Sightings of(AuditJournal journal, int pages) {
        Sightings all = new Sightings();
        for (int number = 0; number < pages; number++) {
            journal.page(number).ifPresent(all::add);
        }
        return all;
    }

    private void add(AuditPage page) {
        page.place().ifPresent(place -> {
            page.live().forEach(id -> archived.put(key(place, id), false));
            page.archived().forEach(id -> archived.put(key(place, id), true));
        });
    }

    /** Whether it was archived; none where it was not listed, or our app is not in it. */
    Optional<Boolean> archived(Channel channel) {
        return Optional.ofNullable(archived.get(key(channel.platform().id(), channel.workspace(), channel.id())));
    }

    private static String key(Place place, String id) {
        return key(place.platform().id(), place.workspace(), id);
    }

    private static String key(String platform, String workspace, String id) {
        return platform + "\0" + workspace + "\0" + id;
    }
}
