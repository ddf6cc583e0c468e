package dev.belay.conversation;

import dev.belay.chat.Channel;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** Keeps a conversation that stands as it should be: set up once, and its card as new as the record. */
public final class KeepConversation {
    private static final System.Logger LOG = System.getLogger(KeepConversation.class.getName());

    private final ConversationLinks links;
    private final Records records;
    private final RefreshCard refresh;
    private final WarnOfChannelQuota quota;
    private final Counters counters;

    public KeepConversation(
            ConversationLinks links,
            Records records,
            RefreshCard refresh,
            WarnOfChannelQuota quota,
            Counters counters) {
        this.links = links;
        this.records = records;
        this.refresh = refresh;
        this.quota = quota;
        this.counters = counters;
    }

    /**
     * @param again whether an earlier run may have been killed over it: then what was confirmed may not be what is shown
     */
    void keep(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings, boolean again) {
        if (!link.conversation().shows(record.modCount())
                || (again && link.conversation().wasRedrawn())) {
            refresh.refresh(chat, link, record);
        }
        if (!link.conversation().setUp()) {
            Channel channel = link.conversation().channel();
            setUp(chat, channel, parts(link, record, settings), again);
            if (link.placement().isDedicated()) {
                quota.check(chat, channel, settings);
            }
            links.markSetUp(link.key());
        }
    }

    /** One part that cannot be had now keeps no other from being had. It is tried once more, a rate limit until it is over. */
    private void setUp(ChatPlatform chat, Channel channel, List<ChannelSetup> parts, boolean again) {
        List<Unavailable> later = new ArrayList<>();
        for (ChannelSetup part : parts) {
            try {
                setUp(chat, channel, part);
            } catch (Unavailable e) {
                if (again && e.retryAfter().isEmpty()) {
                    failed(channel, part, e);
                } else {
                    later.add(e);
                }
            }
        }
        if (!later.isEmpty()) {
            throw later.getFirst();
        }
    }

    private void setUp(ChatPlatform chat, Channel channel, ChannelSetup part) {
        try {
            chat.channels().setUp(channel, part);
        } catch (Rejected | CredentialsRefused e) {
            failed(channel, part, e);
        }
    }

    private void failed(Channel channel, ChannelSetup part, RuntimeException e) {
        String kind = part.getClass().getSimpleName();
        LOG.log(
                System.Logger.Level.WARNING,
                "channel {0} was set up without its {1}: {2}",
                channel.id(),
                kind,
                e.getMessage());
        counters.count(Metric.CHANNEL_SETUP_FAILED, kind);
    }

    private List<ChannelSetup> parts(Standing link, RecordSnapshot record, Settings settings) {
        if (!link.placement().isDedicated()) {
            return List.of();
        }
        String url = records.link(record.ref());
        List<ChannelSetup> all = new ArrayList<>();
        all.add(new ChannelSetup.Description(
                "P" + record.priority() + " " + record.number() + ": " + record.shortDescription(),
                "Working on " + record.number() + ". The record: " + url,
                link.claim().marker()));
        all.add(new ChannelSetup.Bookmark(record.ref(), record.number(), url));
        all.add(new ChannelSetup.Pin(link.conversation().card().message()));
        List<String> responders =
                settings.route(record, link.platform()).map(Route::responders).orElse(List.of());
        if (!responders.isEmpty()) {
            all.add(new ChannelSetup.Invitation(responders));
        }
        return all;
    }
}
