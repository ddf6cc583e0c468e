package dev.belay.conversation;

import dev.belay.chat.Channel;
import dev.belay.chat.Chat;
import dev.belay.chat.Fitting;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLinks;
import dev.belay.link.Placement;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Keeps a conversation that stands as it should be: fitted out once, and its card as new as the record. */
public final class KeepConversation {
    private static final System.Logger LOG = System.getLogger(KeepConversation.class.getName());

    private final ConversationLinks links;
    private final Records records;
    private final RefreshCard refresh;
    private final Supplier<Settings> settings;
    private final CrowdedTeam crowding;
    private final Counters counters;

    public KeepConversation(
            ConversationLinks links,
            Records records,
            RefreshCard refresh,
            Supplier<Settings> settings,
            CrowdedTeam crowding,
            Counters counters) {
        this.links = links;
        this.records = records;
        this.refresh = refresh;
        this.settings = settings;
        this.crowding = crowding;
        this.counters = counters;
    }

    /**
     * @param again whether an earlier run may have been killed over it: then what was confirmed may not be what stands
     */
    void keep(Chat chat, ConversationLink link, RecordSnapshot record, boolean again) {
        if (!link.shows(record.modCount()) || (again && link.wasRedrawn())) {
            refresh.refresh(chat, link, record);
        }
        if (!link.fitted()) {
            Channel channel = link.channel().orElseThrow();
            fitOut(chat, channel, fittings(link, record), again);
            if (link.placement().kind() == Placement.Kind.DEDICATED) {
                crowding.watch(chat, channel);
            }
            links.fitted(link.record(), link.platform());
        }
    }

    /** One comfort that cannot be had now keeps no other from being had. It is tried once more, a rate limit until it is over. */
    private void fitOut(Chat chat, Channel channel, List<Fitting> fittings, boolean again) {
        List<Unavailable> later = new ArrayList<>();
        for (Fitting fitting : fittings) {
            try {
                fit(chat, channel, fitting);
            } catch (Unavailable e) {
                if (again && e.retryAfter().isEmpty()) {
                    failed(channel, fitting, e);
                } else {
                    later.add(e);
                }
            }
        }
        if (!later.isEmpty()) {
            throw later.getFirst();
        }
    }

    private void fit(Chat chat, Channel channel, Fitting fitting) {
        try {
            chat.fit(channel, fitting);
        } catch (Rejected e) {
            failed(channel, fitting, e);
        }
    }

    private void failed(Channel channel, Fitting fitting, RuntimeException e) {
        String kind = fitting.getClass().getSimpleName();
        LOG.log(System.Logger.Level.WARNING, "no {0} in channel {1}: {2}", kind, channel.id(), e.getMessage());
        counters.count("FittingFailed", kind);
    }

    private List<Fitting> fittings(ConversationLink link, RecordSnapshot record) {
        if (link.placement().kind() == Placement.Kind.SHARED) {
            return List.of();
        }
        String url = records.link(record.ref());
        List<Fitting> all = new ArrayList<>();
        all.add(new Fitting.Description(
                "P" + record.priority() + " " + record.number() + ": " + record.shortDescription(),
                "Working on " + record.number() + ". The record: " + url,
                link.claim().marker()));
        all.add(new Fitting.Bookmark(record.ref(), record.number(), url));
        all.add(new Fitting.Pin(link.card().orElseThrow().message()));
        List<String> responders = settings.get()
                .route(record, link.platform())
                .map(Route::responders)
                .orElse(List.of());
        if (!responders.isEmpty()) {
            all.add(new Fitting.Invitation(responders));
        }
        return all;
    }
}
