package dev.belay.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Pairs kept in memory, each version under its name. */
public final class InMemoryTokenPairs implements TokenPairs {
    private final Map<String, String> current = new HashMap<>();
    private final Map<String, TokenPair> versions = new HashMap<>();
    private final Map<String, Instant> begun = new HashMap<>();
    private final Clock clock;
    private int count;

    public InMemoryTokenPairs(Clock clock) {
        this.clock = clock;
    }

    /** Somebody stores a pair, whatever is there. */
    public synchronized void store(String workspace, TokenPair pair) {
        String version = "version-" + ++count;
        versions.put(version, pair);
        current.put(workspace, version);
    }

    @Override
    public synchronized Optional<Held> read(String workspace) {
        return Optional.ofNullable(current.get(workspace)).map(version -> {
            TokenPair pair = need(version);
            return new Held(workspace, version, pair, Optional.ofNullable(versions.get(following(pair))));
        });
    }

    private TokenPair need(String version) {
        return Optional.ofNullable(versions.get(version)).orElseThrow();
    }

    private static String following(TokenPair pair) {
        return pair.fingerprint("next");
    }

    @Override
    public synchronized Optional<Instant> begun(Held held) {
        return Optional.ofNullable(begun.get(held.current().fingerprint("begun")));
    }

    @Override
    public synchronized void begin(Held held) {
        begun.putIfAbsent(held.current().fingerprint("begun"), clock.instant());
    }

    @Override
    public synchronized TokenPair stage(Held held, TokenPair next) {
        versions.putIfAbsent(following(held.current()), next);
        return need(following(held.current()));
    }

    @Override
    public synchronized boolean promote(Held held) {
        String next = following(held.current());
        return current.replace(held.secret(), held.version(), next) || next.equals(current.get(held.secret()));
    }
}
