package dev.belay.credential;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.credential.CredentialState.Change;
import dev.belay.credential.CredentialState.Ear;
import dev.belay.failure.ExternalFailure;
import dev.belay.health.AlarmTopic;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import dev.belay.lease.Leases;
import dev.belay.platform.ChatPlatform;
import dev.belay.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of each change of a credential's state: once in the operations channel, through a platform whose own credential is not
 * refused, and once over the alarm topic. One process at a time does so, under a lease. Where it ends between telling and writing that
 * down, or an answer is lost, that change is told a second time; it is never told less than once.
 */
public final class TellOfCredentials {
    private static final System.Logger LOG = System.getLogger(TellOfCredentials.class.getName());
    private static final String LEASE = "credential-notices";

    /** Longer than one change takes to be told on two platforms and the topic, each of which answers within ten seconds or not at all. */
    private static final Duration LENGTH = Duration.ofSeconds(60);

    private static final int TRIES = 8;

    /** Where this is told. */
    private record Listeners(Map<Platform, ChatPlatform> chats, Settings settings) {}

    /** A change that is owed, and whose it is. */
    private record Owed(CredentialId id, Change change) {
        boolean isSameAs(Owed other) {
            return id.equals(other.id) && change.isSameAs(other.change);
        }
    }

    private final CredentialStates states;
    private final Leases leases;
    private final AlarmTopic topic;
    private final Counters counters;
    private final RandomGenerator random;

    public TellOfCredentials(
            CredentialStates states, Leases leases, AlarmTopic topic, Counters counters, RandomGenerator random) {
        this.states = states;
        this.leases = leases;
        this.topic = topic;
        this.counters = counters;
        this.random = random;
    }

    /**
     * Tells all that is owed, oldest first. What cannot be told now stays owed, to be told the next time; where another process is
     * telling, nothing is done.
     *
     * @throws ExternalFailure when the states or the lease cannot be read or written
     */
    public void tell(Map<Platform, ChatPlatform> chats, Settings settings) {
        Listeners listeners = new Listeners(chats, settings);
        byte[] name = new byte[16];
        random.nextBytes(name);
        String holder = HexFormat.of().formatHex(name);
        List<Owed> tried = new ArrayList<>();
        try {
            while (leases.acquire(LEASE, holder, LENGTH).isEmpty()) {
                List<CredentialState> all = states.all();
                Optional<Owed> next = oldest(all, tried);
                if (next.isEmpty()) {
                    return;
                }
                tried.add(next.get());
                tell(next.get(), all, listeners);
            }
        } finally {
            leases.release(LEASE, holder);
        }
    }

    private static Optional<Owed> oldest(List<CredentialState> all, List<Owed> tried) {
        return all.stream()
                .flatMap(state -> state.owed().stream().map(change -> new Owed(state.id(), change)))
                .filter(owed -> tried.stream().noneMatch(owed::isSameAs))
                .min(Comparator.comparing((Owed owed) -> owed.change().at())
                        .thenComparing(owed -> owed.id().toString()));
    }

    private void tell(Owed owed, List<CredentialState> all, Listeners listeners) {
        CredentialNotice notice = new CredentialNotice(owed.id(), owed.change());
        Set<Ear> told = EnumSet.noneOf(Ear.class);
        for (Ear ear : EnumSet.copyOf(owed.change().untold())) {
            boolean heard =
                    switch (ear) {
                        case TOPIC -> isPublished(notice);
                        case CHANNEL -> isAnnounced(notice, all, listeners);
                    };
            if (heard) {
                told.add(ear);
            }
        }
        if (!told.isEmpty()) {
            mark(owed, told);
        }
    }

    private boolean isPublished(CredentialNotice notice) {
        try {
            topic.publish(notice.subject(), notice.sentence());
            return true;
        } catch (ExternalFailure e) {
            notTold(notice, "topic", e.getMessage());
            return false;
        }
    }

    /** Where there is no operations channel, nobody is to be told there. */
    private boolean isAnnounced(CredentialNotice notice, List<CredentialState> all, Listeners listeners) {
        Settings settings = listeners.settings();
        if (settings.operations().isEmpty()) {
            return true;
        }
        if (settings.pauseOutbound()) {
            return false;
        }
        for (Channel channel : working(settings.operations(), notice.id(), all)) {
            if (isAnnounced(notice, channel, listeners)) {
                return true;
            }
        }
        notTold(notice, "operations", "no platform with an operations channel works");
        return false;
    }

    private static boolean isAnnounced(CredentialNotice notice, Channel channel, Listeners listeners) {
        ChatPlatform chat = listeners.chats().get(channel.platform());
        if (chat == null) {
            return false;
        }
        try {
            chat.messages().announce(channel, notice.sentence());
            return true;
        } catch (ExternalFailure e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} was not told that {1} is {2}: {3}",
                    channel.platform().label(),
                    notice.id(),
                    notice.change().to().id(),
                    e.getMessage());
            return false;
        }
    }

    /** Those whose own credential is not refused; first those that this is not about, and that were seen to work. */
    private static List<Channel> working(List<Channel> channels, CredentialId about, List<CredentialState> all) {
        return channels.stream()
                .filter(channel -> health(channel, all) != Health.UNHEALTHY)
                .sorted(Comparator.comparing((Channel channel) -> idOf(channel).equals(about))
                        .thenComparing(channel -> health(channel, all) == Health.UNKNOWN))
                .toList();
    }

    private static Health health(Channel channel, List<CredentialState> all) {
        return all.stream()
                .filter(state -> state.id().equals(idOf(channel)))
                .map(CredentialState::health)
                .findFirst()
                .orElse(Health.UNKNOWN);
    }

    private static CredentialId idOf(Channel channel) {
        return NeededCredentials.of(channel.platform(), channel.workspace());
    }

    private void mark(Owed owed, Set<Ear> told) {
        for (int i = 0; i < TRIES; i++) {
            Optional<CredentialState> now = states.find(owed.id());
            if (now.isEmpty() || states.store(now.get().told(owed.change(), told))) {
                return;
            }
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "a notice of {0} was sent, which could not be stored: it is sent again",
                owed.id());
    }

    private void notTold(CredentialNotice notice, String where, @Nullable String why) {
        LOG.log(
                System.Logger.Level.WARNING,
                "not sent, and retried by the next check: {0} is {1}: {2}: {3}",
                notice.id(),
                notice.change().to().id(),
                where,
                Objects.requireNonNullElse(why, ""));
        counters.count(Metric.WARNING_FAILED, where);
    }
}
