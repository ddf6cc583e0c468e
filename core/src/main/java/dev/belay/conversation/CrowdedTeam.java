package dev.belay.conversation;

import dev.belay.chat.Channel;
import dev.belay.chat.Chat;
import dev.belay.chat.Crowding;
import dev.belay.chat.Limits;
import dev.belay.chat.Platform;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Warns the operations channel before a place for channels is full: at four fifths, and at each further twentieth. It costs the
 * conversation nothing when it cannot.
 */
public final class CrowdedTeam {
    private static final System.Logger LOG = System.getLogger(CrowdedTeam.class.getName());
    private static final int FIRST_PERCENT = 80;
    private static final int STEP = 5;
    private static final Duration SILENCE = Duration.ofDays(7);

    private final Supplier<Settings> settings;
    private final Function<Platform, Optional<Chat>> chats;
    private final Limits limits;
    private final Counters counters;
    private final Clock clock;

    /**
     * @param limits remembers what was said, so that it is not said again for a week
     */
    public CrowdedTeam(
            Supplier<Settings> settings,
            Function<Platform, Optional<Chat>> chats,
            Limits limits,
            Counters counters,
            Clock clock) {
        this.settings = settings;
        this.chats = chats;
        this.limits = limits;
        this.counters = counters;
        this.clock = clock;
    }

    void watch(Chat chat, Channel channel) {
        try {
            chat.crowding(channel)
                    .filter(crowding -> crowding.percent() >= FIRST_PERCENT)
                    .ifPresent(crowding -> warn(chat.platform(), channel, crowding));
        } catch (Unavailable | Rejected | OutcomeUnknown e) {
            LOG.log(System.Logger.Level.WARNING, "nobody was warned of {0}: {1}", channel.id(), e.getMessage());
            counters.count("WarningFailed", chat.platform().word());
        }
    }

    private void warn(Platform platform, Channel channel, Crowding crowding) {
        counters.count("TeamCrowded", platform.word());
        String step = "crowded " + channel.team().orElse(channel.workspace()) + " " + crowding.percent() / STEP * STEP;
        if (limits.notBefore("operations", step).isPresent()) {
            return;
        }
        String sentence = crowding.place() + " holds " + crowding.channels() + " of at most " + crowding.most()
                + " channels in " + platform.label()
                + ", archived ones among them; deleted ones count for a month more."
                + " Name further teams in the route, and delete old channels in time.";
        LOG.log(System.Logger.Level.WARNING, sentence);
        settings.get().operations().ifPresent(there -> chats.apply(there.platform())
                .ifPresent(chat -> chat.announce(there, sentence)));
        limits.hold("operations", step, clock.instant().plus(SILENCE));
    }
}
