package dev.belay.conversation.tell;

import dev.belay.chat.Channel;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.platform.ChatPlatform;
import dev.belay.settings.Settings;
import dev.belay.team.ChannelQuota;
import dev.belay.team.Teams;

/**
 * Warns the operations channel before a team is full of channels: at four fifths, and at each further twentieth. It costs the
 * conversation nothing when it cannot.
 */
public final class WarnOfChannelQuota {
    private static final System.Logger LOG = System.getLogger(WarnOfChannelQuota.class.getName());
    private static final int FIRST_PERCENT = 80;
    private static final int STEP = 5;

    private final TellOperators operators;
    private final Counters counters;

    public WarnOfChannelQuota(TellOperators operators, Counters counters) {
        this.operators = operators;
        this.counters = counters;
    }

    public void check(ChatPlatform chat, Channel channel, Settings settings) {
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
                    "the channel quota of {0} was not checked: {1}",
                    channel.team().orElse(channel.workspace()),
                    e.getMessage());
            counters.count(Metric.WARNING_FAILED, channel.platform().id());
        }
    }

    private void warn(Channel channel, ChannelQuota quota, Settings settings) {
        counters.count(Metric.CHANNEL_QUOTA_LOW, channel.platform().id());
        operators.once(
                "quota " + channel.team().orElse(channel.workspace()) + " " + quota.usedPercent() / STEP * STEP,
                quota.team() + " holds " + quota.channels() + " of at most " + quota.most() + " channels in "
                        + channel.platform().label()
                        + ", archived ones among them; deleted ones count for a month more."
                        + " Name further teams in the route, and delete old channels in time.",
                settings);
    }
}
