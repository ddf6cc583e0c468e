package dev.belay.conversation.keep;

import dev.belay.chat.Platform;
import dev.belay.conversation.draw.KeepCard;
import dev.belay.conversation.draw.RefreshCard;
import dev.belay.conversation.place.ChannelRule;
import dev.belay.conversation.place.ChannelRule.Decision;
import dev.belay.conversation.place.ChoosePlace;
import dev.belay.conversation.tell.TellLines;
import dev.belay.line.News;
import dev.belay.link.ConversationLink;
import dev.belay.link.ConversationLink.Claimed;
import dev.belay.link.ConversationLink.Ended;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.LinkIndex;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.util.Optional;

/** Whether a conversation agrees with its record, judged by what is stored of it: nothing is asked of the platform. */
public final class Agreement {
    private final RefreshCard refresh;
    private final ChoosePlace places;
    private final Clock clock;

    public Agreement(RefreshCard refresh, LinkIndex index, Clock clock) {
        this.refresh = refresh;
        this.places = new ChoosePlace(index, clock);
        this.clock = clock;
    }

    /**
     * @param link the record's current link on the platform, where there is one
     * @param record with its chronicle
     * @return what does not agree, in words for the log; none where all does, or a worker is at it
     */
    public Optional<String> lack(
            Optional<ConversationLink> link, RecordSnapshot record, Platform platform, Settings settings) {
        return link.isEmpty() ? absent(record, platform, settings) : of(link.get(), record, settings);
    }

    /** Whether the record is to have a conversation on the platform. */
    public static boolean needs(RecordSnapshot record, Platform platform, Settings settings) {
        return ChannelRule.decide(record, platform, settings) instanceof Decision.Place;
    }

    private static Optional<String> absent(RecordSnapshot record, Platform platform, Settings settings) {
        return needs(record, platform, settings) ? Optional.of("it has no conversation") : Optional.empty();
    }

    private Optional<String> of(ConversationLink link, RecordSnapshot record, Settings settings) {
        return switch (link) {
            case Claimed claimed ->
                clock.instant().isBefore(claimed.claim().leaseUntil())
                        ? Optional.empty()
                        : absent(record, link.platform(), settings)
                                .map(_ -> "its conversation is " + link.status().inWords());
            case Standing standing -> of(standing, record, settings);
            case Ended ended ->
                record.ended()
                        ? Optional.empty()
                        : Optional.of("its conversation is " + ended.status().inWords());
        };
    }

    private Optional<String> of(Standing link, RecordSnapshot record, Settings settings) {
        if (!KeepCard.isShown(link, record, settings, refresh)) {
            return Optional.of("its card is older than it is");
        }
        if (!isTold(link, record, settings)) {
            return Optional.of("not all that happened is said");
        }
        if (record.ended() != link.conversation().kept().isOver()) {
            return Optional.of(record.ended() ? "its end is not said" : "it was reopened");
        }
        return places.promotion(link, record, settings).map(_ -> "it earned a channel of its own");
    }

    private static boolean isTold(Standing link, RecordSnapshot record, Settings settings) {
        return TellLines.isSilent(link, record, settings)
                || link.conversation()
                        .kept()
                        .told()
                        .filter(told -> !News.since(told.last(), record).isEmpty())
                        .isEmpty();
    }
}
