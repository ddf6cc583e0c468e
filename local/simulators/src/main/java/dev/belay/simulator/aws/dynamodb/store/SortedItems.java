package dev.belay.simulator.aws.dynamodb.store;

import dev.belay.simulator.aws.dynamodb.value.Size;
import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The items of a table or an index, in order. */
public final class SortedItems {
    private final List<String> position;
    private final NavigableMap<Document, Document> items;

    /** @param position the attributes that an item is found and continued by */
    SortedItems(List<String> position) {
        this.position = List.copyOf(position);
        this.items = new TreeMap<>(new KeyOrder(this.position));
    }

    void put(Document item) {
        items.put(position(item), item);
    }

    void remove(Document item) {
        items.remove(position(item));
    }

    Optional<Document> get(Document key) {
        return Optional.ofNullable(items.get(key));
    }

    public int size() {
        return items.size();
    }

    /** What all of them count for together. */
    public long bytes() {
        return items.values().stream().mapToLong(Size::of).sum();
    }

    /** Where an item stands, to be continued after. */
    public Document position(Document item) {
        return item.only(position);
    }

    public List<String> positionNames() {
        return position;
    }

    /** All of them, or those after a position. */
    public Collection<Document> all(Optional<Document> after) {
        return List.copyOf(
                after.map(start -> items.tailMap(start, false)).orElse(items).values());
    }

    /** Those of one partition, in either direction, or those after a position. */
    public List<Document> partition(Value hash, boolean forward, Optional<Document> after) {
        String name = position.getFirst();
        Document first = Document.EMPTY.with(name, hash);
        List<Document> partition = items.tailMap(first, true).values().stream()
                .takeWhile(item -> item.get(name).equals(Optional.of(hash)))
                .toList();
        List<Document> directed = forward ? partition : partition.reversed();
        return directed.stream()
                .dropWhile(item ->
                        after.filter(start -> !isBeyond(item, start, forward)).isPresent())
                .toList();
    }

    private boolean isBeyond(Document item, Document start, boolean forward) {
        int order = new KeyOrder(position).compare(position(item), start);
        return forward ? order > 0 : order < 0;
    }
}
