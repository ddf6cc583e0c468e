package dev.belay.reconcile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How far it came, kept in memory. */
public final class InMemoryWatermarks implements Watermarks {
    private final Map<String, Position> tables = new HashMap<>();
    private Optional<SweepMark> sweep = Optional.empty();

    @Override
    public synchronized Optional<Position> of(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    @Override
    public synchronized void store(String table, Position next) {
        tables.put(table, next);
    }

    @Override
    public synchronized Optional<SweepMark> sweep() {
        return sweep;
    }

    @Override
    public synchronized void store(SweepMark mark) {
        sweep = Optional.of(mark);
    }
}
