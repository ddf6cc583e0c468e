package dev.belay.credential;

import dev.belay.failure.Unavailable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** States kept in memory; it counts what is asked of it, can be down, and can let another writer go first. */
public final class InMemoryCredentialStates implements CredentialStates {
    private final Map<CredentialId, CredentialState> states = new LinkedHashMap<>();
    private boolean down;
    private Optional<Runnable> overtaking = Optional.empty();
    private int writes;

    @Override
    public synchronized Optional<CredentialState> find(CredentialId id) {
        answer();
        return Optional.ofNullable(states.get(id));
    }

    @Override
    public synchronized List<CredentialState> all() {
        answer();
        return List.copyOf(states.values());
    }

    @Override
    public synchronized boolean store(CredentialState state) {
        answer();
        writes++;
        Optional<Runnable> first = overtaking;
        overtaking = Optional.empty();
        first.ifPresent(Runnable::run);
        long stored = Optional.ofNullable(states.get(state.id()))
                .map(CredentialState::version)
                .orElse(0L);
        if (state.version() != stored + 1) {
            return false;
        }
        states.put(state.id(), state);
        return true;
    }

    /** Just before the next write another writer does this. */
    public synchronized void overtakenBy(Runnable other) {
        overtaking = Optional.of(other);
    }

    public synchronized void isDown(boolean now) {
        down = now;
    }

    /** How often it was asked to store. */
    public synchronized int writes() {
        return writes;
    }

    private void answer() {
        if (down) {
            throw new Unavailable("memory", "down", Optional.empty());
        }
    }
}
