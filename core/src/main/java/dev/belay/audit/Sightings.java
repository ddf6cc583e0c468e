package dev.belay.audit;

import dev.belay.audit.finding.FindingKind;
import dev.belay.audit.journal.AuditJournal;
import dev.belay.audit.journal.AuditPage;
import dev.belay.audit.journal.Progress.Place;
import dev.belay.chat.Channel;
import dev.belay.link.ConversationLink.Made;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which channels an audit listed, read again from what it kept. */
final class Sightings {
    private final Instant began;
    private final Map<String, Boolean> archived = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();

    /** How a channel was seen. */
    enum Sight {
        LIVE,
        ARCHIVED,
        /** It was not listed, or our app is not in it. */
        NOT_SEEN,
        /** Nothing is said of it: its place could not be listed, or it was made after the listing. */
        UNKNOWN
    }

    private Sightings(Instant began) {
        this.began = began;
    }

    /** @param pages how many pages were kept of the listing */
    static Sightings of(AuditJournal journal, int pages, Instant began) {
        Sightings all = new Sightings(began);
        for (int number = 0; number < pages; number++) {
            journal.page(number).ifPresent(all::add);
        }
        return all;
    }

    private void add(AuditPage page) {
        page.place().ifPresent(place -> {
            if (page.findings().stream().anyMatch(found -> found.kind() == FindingKind.PLACE_UNREADABLE)) {
                unreadable.add(key(place, place.id()));
            }
            page.live().forEach(id -> archived.put(key(place, id), false));
            page.archived().forEach(id -> archived.put(key(place, id), true));
        });
    }

    Sight of(Made link) {
        Channel channel = link.conversation().channel();
        Boolean seen = archived.get(key(channel, channel.id()));
        if (seen != null) {
            return seen ? Sight.ARCHIVED : Sight.LIVE;
        }
        boolean hidden = unreadable.contains(key(channel, channel.team().orElse(channel.workspace())));
        return hidden || !link.claim().at().isBefore(began) ? Sight.UNKNOWN : Sight.NOT_SEEN;
    }

    private static String key(Channel channel, String id) {
        return key(channel.platform().id(), channel.workspace(), id);
    }

    private static String key(Place place, String id) {
        return key(place.platform().id(), place.workspace(), id);
    }

    private static String key(String platform, String workspace, String id) {
        return platform + "\0" + workspace + "\0" + id;
    }
}
