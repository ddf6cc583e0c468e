package dev.belay.conversation;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.platform.ChatPlatform;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.settings.Settings;
import dev.belay.team.ChannelQuota;
import dev.belay.team.Teams;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Warns the operations channel before a team is full of channels: at four fifths, and at each further twentieth. It costs the
 * conversation nothing when it cannot.
 */
public final class WarnOfChannelQuota {
    private static final System.Logger LOG = System.getLogger(WarnOfChannelQuota.class.getName());
    private static final int FIRST_PERCENT = 80;
    private static final int STEP = 5;
    private static final Duration SILENCE = Duration.ofDays(7);

    private final Map<Platform, ChatPlatform> chats;
    private final RateLimitStore said;
    private final Counters counters;
    private final Clock clock;

    /**
     * @param said remembers what was said, so that it is not said again for a week
     */
    public WarnOfChannelQuota(Map<Platform, ChatPlatform> chats, RateLimitStore said, Counters counters, Clock clock) {
        this.chats = Map.copyOf(chats);
        this.said = said;
        this.counters = counters;
        this.clock = clock;
    }

    void check(ChatPlatform chat, Channel channel, Settings settings) {
        chat.teams().ifPresent(teams -> check(teams, channel, settings));
    }

    private void check(Teams teams, Channel channel, Settings settings) {
        try {
            ChannelQuota quota = teams.quota(channel);
            if (quota.usedPercent() >= FIRST_PERCENT) {
                warn(channel, quota, settings);
            }
        } catch (Unavailable | Rejected | CredentialsRefused | OutcomeUnknown e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the channel quota of {0} was not checked, or no warning was sent: {1}",
                    channel.team().orElse(channel.workspace()),
                    e.getMessage());
            counters.count(Metric.WARNING_FAILED, channel.platform().id());
        }
    }

    private void warn(Channel channel, ChannelQuota quota, Settings settings) {
        Platform platform = channel.platform();
        counters.count(Metric.CHANNEL_QUOTA_LOW, platform.id());
        String step = "quota " + channel.team().orElse(channel.workspace()) + " " + quota.usedPercent() / STEP * STEP;
        if (said.notBefore("operations", step).isPresent()) {
            return;
        }
        String sentence = quota.team() + " holds " + quota.channels() + " of at most " + quota.most() + " channels in "
                + platform.label() + ", archived ones among them; deleted ones count for a month more."
                + " Name further teams in the route, and delete old channels in time.";
        LOG.log(System.Logger.Level.WARNING, sentence);
        settings.operations().ifPresent(there -> Optional.ofNullable(chats.get(there.platform()))
                .ifPresent(chat -> chat.messages().announce(there, sentence)));
        said.hold("operations", step, clock.instant().plus(SILENCE));
    }
}
