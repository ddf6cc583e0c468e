package dev.belay.channel;

import dev.belay.event.ChannelEvent.Kind;
import dev.belay.link.LinkStatus;
import dev.belay.platform.ChannelView;
import java.util.Optional;

/**
 * How a link stands by what its channel shows. A channel that the platform does not show is gone, or is a private one that we are not in:
 * which of the two, the event alone tells.
 */
final class StatusSeen {
    private StatusSeen() {}

    /** Whether an event and what is there cannot both be the latest. */
    static boolean contradicts(Kind event, ChannelView.State seen) {
        return switch (event) {
            case ARCHIVED -> seen == ChannelView.State.LIVE || seen == ChannelView.State.APP_REMOVED;
            case UNARCHIVED -> seen == ChannelView.State.ARCHIVED;
            case DELETED -> seen != ChannelView.State.DELETED;
            case RENAMED -> seen == ChannelView.State.DELETED;
            case APP_LEFT -> seen == ChannelView.State.LIVE;
            case APP_JOINED -> seen == ChannelView.State.APP_REMOVED || seen == ChannelView.State.DELETED;
        };
    }

    /**
     * @param view none where the platform does not let us look
     * @param before how the link stands
     * @return how it stands now; none where nothing tells
     */
    static Optional<LinkStatus> of(Kind event, Optional<ChannelView> view, LinkStatus before) {
        return view.map(ChannelView::state)
                .map(seen -> switch (seen) {
                    case LIVE -> Optional.of(LinkStatus.READY);
                    case ARCHIVED -> Optional.of(LinkStatus.ARCHIVED);
                    case APP_REMOVED -> Optional.of(LinkStatus.APP_REMOVED);
                    case DELETED -> hidden(event, before);
                })
                .orElseGet(() -> believed(event));
    }

    /** Of several events of a hidden channel, whichever comes late changes nothing: each follows what it can follow. */
    private static Optional<LinkStatus> hidden(Kind event, LinkStatus before) {
        return switch (event) {
            case DELETED -> Optional.of(LinkStatus.CHANNEL_DELETED);
            case ARCHIVED -> from(before, LinkStatus.READY, LinkStatus.ARCHIVED);
            case UNARCHIVED -> from(before, LinkStatus.ARCHIVED, LinkStatus.APP_REMOVED);
            case APP_LEFT -> from(before, LinkStatus.READY, LinkStatus.APP_REMOVED);
            case RENAMED, APP_JOINED -> from(before, LinkStatus.READY, LinkStatus.CHANNEL_DELETED);
        };
    }

    private static Optional<LinkStatus> from(LinkStatus before, LinkStatus from, LinkStatus to) {
        return Optional.of(to).filter(_ -> before == from);
    }

    /** Who takes a channel out of the archive brings no app into it. */
    private static Optional<LinkStatus> believed(Kind event) {
        return switch (event) {
            case ARCHIVED -> Optional.of(LinkStatus.ARCHIVED);
            case DELETED -> Optional.of(LinkStatus.CHANNEL_DELETED);
            case UNARCHIVED, APP_LEFT -> Optional.of(LinkStatus.APP_REMOVED);
            case APP_JOINED -> Optional.of(LinkStatus.READY);
            case RENAMED -> Optional.empty();
        };
    }
}
