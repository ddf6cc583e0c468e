package dev.belay.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Chronicles kept in memory. */
public final class InMemoryChronicles implements Chronicles {
    private final Map<RecordRef, Map<String, Happening>> all = new HashMap<>();

    @Override
    public synchronized Chronicle of(RecordRef record) {
        return new Chronicle(new ArrayList<>(all.getOrDefault(record, Map.of()).values()));
    }

    @Override
    public synchronized Chronicle add(RecordRef record, Happening happening) {
        all.computeIfAbsent(record, _ -> new LinkedHashMap<>()).putIfAbsent(happening.id(), happening);
        return of(record);
    }
}
