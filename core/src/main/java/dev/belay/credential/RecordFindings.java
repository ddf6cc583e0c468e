package dev.belay.credential;

import dev.belay.failure.ExternalFailure;
import dev.belay.health.Counters;
import dev.belay.health.Metric;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Writes what was found of credentials into their states: the checks' findings, and the refusals that others met. */
public final class RecordFindings implements CredentialRefusals {
    private static final System.Logger LOG = System.getLogger(RecordFindings.class.getName());

    /** Each loses against another writer's success: more than some at once there are not. */
    private static final int TRIES = 8;

    private final CredentialStates states;
    private final Counters counters;
    private final Clock clock;
    private final String stack;

    /** @param stack its name, for the command that a person is told to type */
    public RecordFindings(CredentialStates states, Counters counters, Clock clock, String stack) {
        this.states = states;
        this.counters = counters;
        this.clock = clock;
        this.stack = stack;
    }

    /**
     * The state that follows of what a check found. Where others write it all the time it is as they say, and the next check finds
     * anew.
     *
     * @throws ExternalFailure when it cannot be read or stored
     */
    public CredentialState record(CredentialId id, Finding finding) {
        for (int i = 0; i < TRIES; i++) {
            Optional<CredentialState> before = states.find(id);
            CredentialState next = CredentialState.next(id, before, finding, clock.instant());
            if (before.equals(Optional.of(next)) || states.store(next)) {
                return next;
            }
        }
        LOG.log(System.Logger.Level.WARNING, "others write the state of {0} all the time", id);
        return states.find(id).orElseGet(() -> CredentialState.next(id, Optional.empty(), finding, clock.instant()));
    }

    /** One that is unhealthy already is read, and not written: a storm of refusals costs reads. */
    @Override
    public void refused(CredentialId id, String said) {
        counters.count(Metric.TOKEN_REJECTED, id.kind().id());
        try {
            if (!isUnhealthy(id)) {
                record(id, new Finding.Refused(said));
                LOG.log(
                        System.Logger.Level.ERROR,
                        "the credential {0} is refused: {1}; ''./belay secrets put {2} --stack {3}'' stores another",
                        id,
                        said,
                        id.secret(),
                        stack);
            }
        } catch (ExternalFailure e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "the credential {0} is refused ({1}), which could not be stored: {2}",
                    id,
                    said,
                    e.getMessage());
        }
    }

    @Override
    public void taken(CredentialId id) {
        try {
            if (isUnhealthy(id)) {
                record(id, new Finding.Taken("a call with it succeeded", Optional.empty(), List.of()));
            }
        } catch (ExternalFailure e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the credential {0} is taken, which could not be stored: {1}",
                    id,
                    e.getMessage());
        }
    }

    private boolean isUnhealthy(CredentialId id) {
        return states.find(id).map(CredentialState::health).equals(Optional.of(Health.UNHEALTHY));
    }
}
