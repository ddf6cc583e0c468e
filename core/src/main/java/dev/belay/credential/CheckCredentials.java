package dev.belay.credential;

import dev.belay.chat.Platform;
import dev.belay.delivery.Delivery;
import dev.belay.failure.ExternalFailure;
import dev.belay.health.Counters;
import dev.belay.health.Gauges;
import dev.belay.health.Metric;
import dev.belay.platform.ChatPlatform;
import dev.belay.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks every credential, records what was found, tells people of what changed, and says how all of them stand. */
public final class CheckCredentials {
    private static final System.Logger LOG = System.getLogger(CheckCredentials.class.getName());

    /** What is kept of a run's time for recording and telling. */
    private static final Duration TO_TELL = Duration.ofSeconds(60);

    private final RecordFindings record;
    private final TellOfCredentials tell;
    private final Counters counters;
    private final Gauges gauges;
    private final Clock clock;

    public CheckCredentials(
            RecordFindings record, TellOfCredentials tell, Counters counters, Gauges gauges, Clock clock) {
        this.record = record;
        this.tell = tell;
        this.counters = counters;
        this.gauges = gauges;
        this.clock = clock;
    }

    /**
     * Runs all of them; none keeps the others from being checked.
     *
     * @param chats the platforms that people can be told on
     * @throws ExternalFailure when states could not be read or stored; what could be is, and was told
     */
    public void check(List<CredentialCheck> checks, Map<Platform, ChatPlatform> chats, Settings settings) {
        List<CredentialState> states = new ArrayList<>();
        Optional<ExternalFailure> failed = Optional.empty();
        for (CredentialCheck check : checks) {
            try {
                states.add(record.record(check.id(), found(check)));
            } catch (ExternalFailure e) {
                LOG.log(System.Logger.Level.ERROR, "the state of {0} was not stored: {1}", check.id(), e.getMessage());
                failed = Optional.of(e);
            }
        }
        say(states);
        tell.tell(chats, settings);
        failed.ifPresent(e -> {
            throw e;
        });
        gauges.total(Metric.CREDENTIALS_CHECKED, states.size());
    }

    /** A bug in one check, or a setting that it cannot do with, leaves its credential unknown. */
    private Finding found(CredentialCheck check) {
        try {
            return Delivery.current().map(run -> inTime(run).run(check::check)).orElseGet(check::check);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the check of " + check.id() + " failed: a bug or a bad setting", e);
            counters.count(Metric.UNEXPECTED_ERROR, e.getClass().getSimpleName());
            return new Finding.NotChecked(
                    "the check itself failed: " + e.getClass().getSimpleName());
        }
    }

    /** A system that hangs does not keep people from being told. */
    private static Delivery inTime(Delivery run) {
        return new Delivery(run.messageId(), run.sentAt(), run.urgency(), () -> {
            Duration left = run.deadline().left().minus(TO_TELL);
            return left.isNegative() ? Duration.ZERO : left;
        });
    }

    private void say(List<CredentialState> states) {
        Instant now = clock.instant();
        for (CredentialState state : states) {
            String id = state.id().toString();
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} is {1}: {2}",
                    id,
                    state.health().id(),
                    state.why());
            if (state.health() != Health.UNKNOWN) {
                gauges.gauge(Metric.CREDENTIAL_HEALTHY, id, state.health() == Health.UNHEALTHY ? 0 : 1);
            }
            state.ends().ifPresent(end -> gauges.gauge(Metric.CREDENTIAL_DAYS_LEFT, id, daysLeft(end, now)));
        }
        gauges.total(Metric.CREDENTIAL_UNHEALTHY, count(states, state -> state.health() == Health.UNHEALTHY));
        gauges.total(Metric.CREDENTIAL_UNKNOWN, count(states, state -> state.health() == Health.UNKNOWN));
        states.stream()
                .flatMap(state -> state.ends().stream())
                .mapToLong(end -> daysLeft(end, now))
                .min()
                .ifPresent(least -> gauges.total(Metric.CREDENTIAL_DAYS_LEFT, least));
    }

    private static long daysLeft(Instant end, Instant now) {
        return Math.max(0, ChronoUnit.DAYS.between(now, end));
    }

    private static long count(List<CredentialState> states, Predicate<CredentialState> which) {
        return states.stream().filter(which).count();
    }
}
