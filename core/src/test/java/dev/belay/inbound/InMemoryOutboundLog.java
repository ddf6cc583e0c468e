package dev.belay.inbound;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a platform noted, kept in memory. */
public class InMemoryOutboundLog implements OutboundLog {
    public final List<OutboundCall> calls = new ArrayList<>();
    public final List<RelayedCall> relayed = new ArrayList<>();
    public final Map<String, Relay> relays = new HashMap<>();
    /** By their priorities. */
    public final Map<OpenedRecord, Integer> opened = new HashMap<>();
    /** What may not be read: {@code calls}, {@code relayed} or {@code relays}. */
    public final List<String> hidden = new ArrayList<>();

    private <T> Look<T> look(String what, List<T> rows) {
        return hidden.contains(what) ? new Look.Hidden<>("may not read " + what) : new Look.Seen<>(rows);
    }

    @Override
    public Look<OutboundCall> calls(Instant since) {
        return look(
                "calls",
                calls.stream()
                        .filter(call -> !call.at().isBefore(since))
                        .sorted(Comparator.comparing(OutboundCall::at).reversed())
                        .toList());
    }

    @Override
    public Look<RelayedCall> relayed(Instant since) {
        return look(
                "relayed",
                relayed.stream()
                        .filter(call -> !call.at().isBefore(since))
                        .sorted(Comparator.comparing(RelayedCall::at).reversed())
                        .toList());
    }

    @Override
    public Look<Relay> relays(Set<String> names) {
        return look(
                "relays",
                relays.values().stream()
                        .filter(relay -> names.contains(relay.name()))
                        .toList());
    }

    @Override
    public Optional<OpenedRecord> newestOpened(Map<String, Set<Integer>> priorities, Instant since) {
        return opened.entrySet().stream()
                .filter(entry -> priorities
                        .getOrDefault(entry.getKey().table(), Set.of())
                        .contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .filter(record -> !record.at().isBefore(since))
                .max(Comparator.comparing(OpenedRecord::at));
    }
}
