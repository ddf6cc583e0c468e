package dev.belay.channel;

import dev.belay.chat.Channel;
import dev.belay.event.ChannelEvent;
import dev.belay.event.ChannelEvent.Kind;
import dev.belay.event.EventOutcome;
import dev.belay.event.Hints;
import dev.belay.event.RecordHint;
import dev.belay.failure.Rejected;
import dev.belay.link.ConversationLink.Made;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkStatus;
import dev.belay.platform.ChannelView;
import dev.belay.platform.Channels;
import dev.belay.settings.Settings;
import dev.belay.team.LinksInChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what is known of channels true to what is there. Events come late, again and in any order: each is a reason to look
 * (level-triggered), and only of what we cannot see is it taken at its word. Idempotent.
 */
public final class ApplyChannelEvent {
    private static final System.Logger LOG = System.getLogger(ApplyChannelEvent.class.getName());

    private final ConversationLinks links;
    private final LinksInChannel inChannel;
    private final TellOfSharedChannel shared;
    private final Hints hints;
    private final Clock clock;

    /**
     * @param hints take word of the records whose conversation's channel changed: where it goes on is decided anew
     */
    public ApplyChannelEvent(ConversationLinks links, TellOfSharedChannel shared, Hints hints, Clock clock) {
        this.links = links;
        this.inChannel = new LinksInChannel(links);
        this.shared = shared;
        this.hints = hints;
        this.clock = clock;
    }

    /**
     * @param channels where the channel is looked at
     * @param again whether an earlier run may have been killed over it
     * @throws dev.belay.failure.Unavailable when the platform does not answer
     */
    public EventOutcome apply(ChannelEvent event, Channels channels, Settings settings, boolean again) {
        List<Made> concerned = inChannel.find(event.platform(), event.workspace(), event.channel(), settings);
        boolean isShared = LinksInChannel.isShared(event.platform(), event.workspace(), event.channel(), settings);
        if (concerned.isEmpty() && !isShared) {
            return new EventOutcome.NotOurs();
        }
        Optional<ChannelView> view = look(channel(event, concerned), channels);
        if (view.filter(now -> isTooEarly(event, now, concerned, again)).isPresent()) {
            return new EventOutcome.RetryAfter(EventOutcome.LOOK_AGAIN);
        }
        if (isShared) {
            StatusSeen.of(event.kind(), view, LinkStatus.READY)
                    .ifPresent(status ->
                            shared.tell(event.platform(), event.workspace(), event.channel(), status, settings));
        }
        concerned.forEach(link -> agree(link, event, view, again));
        return new EventOutcome.Applied();
    }

    private static Channel channel(ChannelEvent event, List<Made> concerned) {
        return concerned.stream()
                .map(link -> link.conversation().channel())
                .findFirst()
                .orElseGet(
                        () -> new Channel(event.platform(), event.workspace(), Optional.empty(), event.channel(), ""));
    }

    /** None where the platform does not let us look. */
    private static Optional<ChannelView> look(Channel channel, Channels channels) {
        try {
            return Optional.of(channels.look(channel));
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "an event is taken at its word: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isTooEarly(ChannelEvent event, ChannelView view, List<Made> concerned, boolean again) {
        return EventOutcome.mayLag(event.acceptedAt(), clock.instant())
                && (StatusSeen.contradicts(event.kind(), view.state())
                        || (event.kind() == Kind.RENAMED && !again && isNamed(concerned, view.name())));
    }

    /** Whether a channel that was renamed is shown by the name that is known. */
    private static boolean isNamed(List<Made> concerned, String name) {
        return concerned.stream()
                .anyMatch(link -> link.conversation().channel().name().equals(name));
    }

    private void agree(Made link, ChannelEvent event, Optional<ChannelView> view, boolean again) {
        LinkStatus now = StatusSeen.of(event.kind(), view, link.status()).orElse(link.status());
        boolean ofRecord = link.status() == LinkStatus.RECORD_DELETED;
        boolean moved = !ofRecord && now != link.status() && link.status().allows(now) && transition(link, now);
        view.map(ChannelView::name)
                .filter(name -> !name.isBlank()
                        && !name.equals(link.conversation().channel().name()))
                .ifPresent(name -> links.renamed(link, name));
        if (moved || again) {
            hint(link, event);
        }
    }

    private boolean transition(Made link, LinkStatus now) {
        boolean moved = links.transition(link, link.status(), now);
        if (moved) {
            LOG.log(System.Logger.Level.WARNING, "the conversation of {0} is {1}", link.record(), now.inWords());
        }
        return moved;
    }

    private void hint(Made link, ChannelEvent event) {
        String id = event.eventId() + ":" + link.record();
        Instant at = event.acceptedAt();
        hints.send(new RecordHint(id, link.platform(), RecordHint.Type.UPDATED, link.record(), at, at));
    }
}
