package dev.belay.conversation.place;

import dev.belay.card.Fingerprint;
import dev.belay.chat.Platform;
import dev.belay.conversation.place.ChannelRule.Decision;
import dev.belay.link.ConversationLink.Standing;
import dev.belay.link.LinkIndex;
import dev.belay.link.NoRoom;
import dev.belay.link.Placement;
import dev.belay.record.RecordSnapshot;
import dev.belay.settings.Dedicated;
import dev.belay.settings.Settings;
import dev.belay.text.PlainText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a record's conversation is to be now: where the rule says, or in the shared channel as long as no channel of its own can be
 * had, since nobody is left without a room. The number of channels is read from an index, which may be some seconds old: a few more
 * than the cap may be made at once.
 */
public final class ChoosePlace {
    /** How long until a channel is tried again that was refused; at once where the record or the settings earn it something else. */
    static final Duration AGAIN = Duration.ofHours(1);

    private static final int LONGEST_REASON = 200;

    private final LinkIndex index;
    private final Clock clock;

    public ChoosePlace(LinkIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /** For a conversation that is to be made. */
    public Decision decide(RecordSnapshot record, Platform platform, Settings settings) {
        Decision decision = ChannelRule.decide(record, platform, settings);
        if (decision instanceof Decision.Place(Placement earned) && isCapped(earned, record, platform, settings)) {
            return shared(earned, NoRoom.Kind.CAP, cap(settings), record, platform, settings)
                    .<Decision>map(Decision.Place::new)
                    .orElse(decision);
        }
        return decision;
    }

    private boolean isCapped(Placement earned, RecordSnapshot record, Platform platform, Settings settings) {
        return earned.isDedicated()
                && !Dedicated.isBeyondCap(record)
                && index.ownChannels(platform, earned.workspace())
                        >= settings.dedicated().most();
    }

    private static String cap(Settings settings) {
        return "there are " + settings.dedicated().most() + " channels of open records, as many as the settings allow";
    }

    /**
     * The shared place, since the platform refuses the one that the record earned.
     *
     * @return none where there is none, or the record must not be shown there
     */
    public Optional<Placement> instead(
            Placement earned, String reason, RecordSnapshot record, Platform platform, Settings settings) {
        String refused = platform.label() + " refuses to make one: " + PlainText.line(reason, LONGEST_REASON);
        return shared(earned, NoRoom.Kind.REFUSED, refused, record, platform, settings);
    }

    private Optional<Placement> shared(
            Placement earned,
            NoRoom.Kind kind,
            String reason,
            RecordSnapshot record,
            Platform platform,
            Settings settings) {
        return ChannelRule.shared(record, platform, settings, earned.reason() + ", but " + reason)
                .map(place -> place.instead(new NoRoom(kind, reason, clock.instant(), wanted(earned, settings))));
    }

    /** What the record earned, whatever the channel is to be called: once that is something else, it is tried again. */
    private static String wanted(Placement earned, Settings settings) {
        return Fingerprint.of(String.join(
                " ",
                earned.workspace(),
                String.join(",", earned.teams()),
                earned.reason(),
                Boolean.toString(earned.isPrivate()),
                Integer.toString(settings.dedicated().most())));
    }

    /** The channel of its own that a record in a shared channel earned, and that may be tried now. */
    public Optional<Placement> promotion(Standing link, RecordSnapshot record, Settings settings) {
        if (link.placement().isDedicated()) {
            return Optional.empty();
        }
        return ChannelRule.decide(record, link.platform(), settings) instanceof Decision.Place(Placement earned)
                        && earned.isDedicated()
                        && !isRefused(link, earned, settings)
                        && !isCapped(earned, record, link.platform(), settings)
                ? Optional.of(earned)
                : Optional.empty();
    }

    private boolean isRefused(Standing link, Placement earned, Settings settings) {
        return link.placement()
                .noRoom()
                .filter(why -> why.wanted().equals(wanted(earned, settings))
                        && clock.instant().isBefore(why.tried().plus(AGAIN)))
                .isPresent();
    }

    /**
     * Why a record in the shared channel stands there by now, once it was looked whether it may have its own: the same as before, for as
     * long as that holds; none where it earns no channel any more.
     */
    public Optional<NoRoom> stillWithout(Standing link, RecordSnapshot record, Settings settings) {
        Optional<NoRoom> before = link.placement().noRoom();
        if (before.isEmpty()
                || !(ChannelRule.decide(record, link.platform(), settings) instanceof Decision.Place(Placement earned))
                || !earned.isDedicated()) {
            return Optional.empty();
        }
        return isRefused(link, earned, settings)
                ? before
                : Optional.of(new NoRoom(NoRoom.Kind.CAP, cap(settings), clock.instant(), wanted(earned, settings)));
    }

    /** When a channel is to be tried again for a record that was refused one. */
    public static Optional<Instant> again(Standing link, RecordSnapshot record) {
        return record.ended()
                ? Optional.empty()
                : link.placement().noRoom().map(why -> why.tried().plus(AGAIN));
    }
}
