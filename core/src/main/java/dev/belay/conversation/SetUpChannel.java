package dev.belay.conversation;

import dev.belay.card.Card;
import dev.belay.card.Fingerprint;
import dev.belay.chat.Channel;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.link.Conversation;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.ConversationLinks;
import dev.belay.platform.ChannelSetup;
import dev.belay.platform.ChatPlatform;
import dev.belay.record.RecordSnapshot;
import dev.belay.record.Records;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets a channel up, part by part. Each part is marked when it is done and retried until it is; one that cannot be had is given up
 * after an hour, and the operations channel is told. What a part says follows the record.
 */
public final class SetUpChannel {
    private static final System.Logger LOG = System.getLogger(SetUpChannel.class.getName());

    /** How long a part is retried, counted from the claim. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final ConversationLinks links;
    private final Records records;
    private final TellOperators operators;
    private final WarnOfChannelQuota quota;
    private final Counters counters;
    private final Clock clock;

    public SetUpChannel(
            ConversationLinks links,
            Records records,
            TellOperators operators,
            WarnOfChannelQuota quota,
            Counters counters,
            Clock clock) {
        this.links = links;
        this.records = records;
        this.operators = operators;
        this.quota = quota;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * @throws ExternalFailure when a part is to be retried; the others are done by then
     */
    void setUp(ChatPlatform chat, Standing link, RecordSnapshot record, Settings settings) {
        if (link.conversation().setUp().isEmpty()) {
            quota.check(chat, link.conversation().channel(), settings);
        }
        List<ExternalFailure> later = new ArrayList<>();
        for (ChannelSetup part : parts(link, record, settings)) {
            if (isDue(part, link.conversation())) {
                try {
                    setUp(chat, link, part, settings);
                } catch (Unavailable | CredentialsRefused e) {
                    later.add(e);
                }
            }
        }
        if (!later.isEmpty()) {
            throw later.getFirst();
        }
    }

    private static boolean isDue(ChannelSetup part, Conversation conversation) {
        String done = conversation.setUp().get(part.id());
        return done == null || (part.follows() && !done.equals(Fingerprint.of(part.content())));
    }

    private void setUp(ChatPlatform chat, Standing link, ChannelSetup part, Settings settings) {
        try {
            chat.channels().setUp(link.conversation().channel(), part);
        } catch (Unavailable | CredentialsRefused e) {
            if (isNotBegun(e) || clock.instant().isBefore(link.claim().at().plus(PATIENCE))) {
                throw e;
            }
            givenUp(link, part, settings, e);
        } catch (Rejected e) {
            givenUp(link, part, settings, e);
        }
        links.markSetUp(link.key(), part.id(), Fingerprint.of(part.content()));
    }

    private static boolean isNotBegun(ExternalFailure e) {
        return e instanceof Unavailable unavailable && unavailable.isNotBegun();
    }

    private void givenUp(Standing link, ChannelSetup part, Settings settings, ExternalFailure e) {
        Channel channel = link.conversation().channel();
        LOG.log(
                System.Logger.Level.WARNING,
                "channel {0} was set up without its {1}: {2}",
                channel.id(),
                part.id(),
                e.getMessage());
        counters.count(Metric.CHANNEL_SETUP_FAILED, part.id());
        if (part instanceof ChannelSetup.Invitation) {
            operators.once(
                    "invitation " + link.key(),
                    "The responders of " + link.record() + " could not be called into channel " + channel.name() + " ("
                            + channel.id() + ") in " + link.platform().label() + ": " + e.said()
                            + ". Invite them by hand, and mend the cause.",
                    settings);
        }
    }

    private List<ChannelSetup> parts(Standing link, RecordSnapshot record, Settings settings) {
        boolean confidential = DrawCard.isConfidential(record, link.placement(), settings);
        String url = records.link(record.ref());
        List<ChannelSetup> all = new ArrayList<>();
        all.add(new ChannelSetup.Description(
                confidential ? Card.reduced(record, url).heading() : Card.heading(record),
                "Working on " + record.number() + ". The record: " + url,
                link.claim().marker()));
        all.add(new ChannelSetup.Bookmark(record.ref(), record.number(), url));
        all.add(new ChannelSetup.Pin(link.conversation().card().message()));
        List<String> responders =
                settings.route(record, link.platform()).map(Route::responders).orElse(List.of());
        if (!responders.isEmpty() && !confidential) {
            all.add(new ChannelSetup.Invitation(responders));
        }
        return all;
    }
}
