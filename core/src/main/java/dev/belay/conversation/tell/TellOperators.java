package dev.belay.conversation.tell;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.failure.CredentialsRefused;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.OutcomeUnknown;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.platform.ChatPlatform;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Says something in the operations channel, once in a while for each subject: on the first platform that takes it. Whatever happens
 * to it costs the conversation nothing.
 */
public final class TellOperators {
    private static final System.Logger LOG = System.getLogger(TellOperators.class.getName());
    private static final Duration SILENCE = Duration.ofDays(7);

    private final Map<Platform, ChatPlatform> chats;
    private final RateLimitStore said;
    private final Counters counters;
    private final Clock clock;

    /**
     * @param said remembers what was said, so that it is not said again for a week
     */
    public TellOperators(Map<Platform, ChatPlatform> chats, RateLimitStore said, Counters counters, Clock clock) {
        this.chats = Map.copyOf(chats);
        this.said = said;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * @param subject what it is about, the same each time it would be said again; never anything of a person
     */
    public void once(String subject, String sentence, Settings settings) {
        try {
            say(subject, sentence, settings);
        } catch (Unavailable | Rejected | CredentialsRefused | OutcomeUnknown e) {
            notTold(subject, settings, e);
        }
    }

    /**
     * Says what nobody would say again. It may be said twice where a worker is killed over it.
     *
     * @param subject what it is about, the same each time it would be said again; never anything of a person
     * @throws ExternalFailure when it could not be said yet, and saying it later may help
     */
    public void surely(String subject, String sentence, Settings settings) {
        try {
            say(subject, sentence, settings);
        } catch (Rejected | OutcomeUnknown e) {
            notTold(subject, settings, e);
        }
    }

    private void say(String subject, String sentence, Settings settings) {
        if (said.notBefore("operations", subject).isPresent()) {
            return;
        }
        LOG.log(System.Logger.Level.WARNING, "for the operations channel: {0}", subject);
        announce(sentence, reachable(settings));
        said.hold("operations", subject, clock.instant().plus(SILENCE));
    }

    private List<Channel> reachable(Settings settings) {
        return settings.operations().stream()
                .filter(channel -> chats.containsKey(channel.platform()))
                .toList();
    }

    /** What a platform cannot be proved not to have said is not said on another one. */
    private void announce(String sentence, List<Channel> channels) {
        for (int i = 0; i < channels.size(); i++) {
            try {
                Objects.requireNonNull(chats.get(channels.get(i).platform()))
                        .messages()
                        .announce(channels.get(i), sentence);
                return;
            } catch (Unavailable | Rejected | CredentialsRefused e) {
                if (i == channels.size() - 1) {
                    throw e;
                }
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} is told instead: {1}",
                        channels.get(i + 1).platform().label(),
                        e.getMessage());
            }
        }
    }

    public void notTold(String subject, Settings settings, ExternalFailure e) {
        LOG.log(
                System.Logger.Level.WARNING,
                "the operations channel was not told of {0}: {1}",
                subject,
                e.getMessage());
        counters.count(
                Metric.WARNING_FAILED,
                settings.operations().stream()
                        .map(there -> there.platform().id())
                        .findFirst()
                        .orElse(e.system()));
    }
}
