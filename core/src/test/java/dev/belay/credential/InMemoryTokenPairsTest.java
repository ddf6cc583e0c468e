package dev.belay.credential;

import dev.belay.record.Sample;
import dev.belay.time.MovedClock;

/** The fake keeps the contract. */
final class InMemoryTokenPairsTest implements TokenPairsContract {
    private final MovedClock clock = MovedClock.at(Sample.OPENED);
    private final InMemoryTokenPairs pairs = new InMemoryTokenPairs(clock);
    private int count;

    @Override
    public TokenPairs pairs() {
        return pairs;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public String workspace() {
        return "T" + ++count;
    }

    @Override
    public void store(String workspace, TokenPair pair) {
        pairs.store(workspace, pair);
    }
}
