package dev.belay.credential;

import dev.belay.failure.ExternalFailure;
import dev.belay.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Whether work waits for a credential that its system refuses, which is asked before the work is begun. The states are read twice a
 * minute at most by one process. Of all workers that wait one checks the credential once a minute, under a lease, so that the work
 * goes on by itself soon after it was mended.
 */
public final class AwaitCredentials {
    private static final System.Logger LOG = System.getLogger(AwaitCredentials.class.getName());

    /** So long states are believed that were read. */
    static final Duration BELIEVED = Duration.ofSeconds(30);

    /** So long after it was refused it is tried all the same: it may be refused for a moment only, e.g. while it is replaced. */
    static final Duration MOMENT = Duration.ofSeconds(30);

    /** By all workers together. */
    static final Duration CHECKED_EVERY = Duration.ofMinutes(1);

    private final CredentialStates states;
    private final RecordFindings record;
    private final Leases leases;
    private final Clock clock;
    private final RandomGenerator random;
    private final Map<CredentialId, Instant> nextCheck = new HashMap<>();
    private Map<CredentialId, CredentialState> believed = Map.of();
    private Instant believedUntil = Instant.MIN;

    /**
     * @param record where the finding of a check goes
     */
    public AwaitCredentials(
            CredentialStates states, RecordFindings record, Leases leases, Clock clock, RandomGenerator random) {
        this.states = states;
        this.record = record;
        this.leases = leases;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Never throws an {@link ExternalFailure}: where the states cannot be read, nothing waits for them.
     *
     * @param checks what this worker can check; what it cannot check it waits for all the same
     * @return a credential that keeps the work from being done; none where it can be tried
     */
    public synchronized Optional<CredentialState> awaited(NeededCredentials needed, List<CredentialCheck> checks) {
        return needed.each().stream()
                .filter(choice -> !choice.isEmpty())
                .flatMap(choice -> awaited(choice, checks).stream())
                .findFirst();
    }

    private Optional<CredentialState> awaited(List<CredentialId> choice, List<CredentialCheck> checks) {
        Optional<CredentialState> first = Optional.empty();
        for (CredentialId id : choice) {
            Optional<CredentialState> refused = refused(id).filter(state -> !isBack(state, checks));
            if (refused.isEmpty()) {
                return Optional.empty();
            }
            first = first.or(() -> refused);
        }
        return first;
    }

    private Optional<CredentialState> refused(CredentialId id) {
        Instant now = clock.instant();
        return Optional.ofNullable(believed().get(id))
                .filter(state -> state.health() == Health.UNHEALTHY
                        && !now.isBefore(state.since().plus(MOMENT)));
    }

    private Map<CredentialId, CredentialState> believed() {
        Instant now = clock.instant();
        if (!now.isBefore(believedUntil)) {
            believedUntil = now.plus(BELIEVED);
            try {
                believed = states.all().stream().collect(Collectors.toMap(CredentialState::id, Function.identity()));
            } catch (ExternalFailure e) {
                LOG.log(System.Logger.Level.WARNING, "the states of credentials are not known: {0}", e.getMessage());
                believed = Map.of();
            }
        }
        return believed;
    }

    private boolean isBack(CredentialState state, List<CredentialCheck> checks) {
        return checks.stream()
                .filter(check -> check.id().equals(state.id()))
                .findFirst()
                .filter(check -> isItsTurn(check.id()))
                .map(this::isTakenNow)
                .orElse(false);
    }

    /** The lease is not given back: it ends when the next check is due. */
    private boolean isItsTurn(CredentialId id) {
        Instant now = clock.instant();
        if (now.isBefore(nextCheck.getOrDefault(id, Instant.MIN))) {
            return false;
        }
        String turn = HexFormat.of().toHexDigits(random.nextLong());
        try {
            Optional<Duration> another = leases.acquire("credential-check:" + id, turn, CHECKED_EVERY);
            nextCheck.put(id, now.plus(another.orElse(CHECKED_EVERY)));
            return another.isEmpty();
        } catch (ExternalFailure e) {
            LOG.log(System.Logger.Level.WARNING, "{0} is not checked: {1}", id, e.getMessage());
            return false;
        }
    }

    private boolean isTakenNow(CredentialCheck check) {
        try {
            CredentialState found = record.record(check.id(), check.check());
            believedUntil = Instant.MIN;
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} is {1}",
                    check.id(),
                    found.health().id());
            return found.health() != Health.UNHEALTHY;
        } catch (ExternalFailure e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "what was found of {0} is not stored: {1}",
                    check.id(),
                    e.getMessage());
            return false;
        }
    }
}
