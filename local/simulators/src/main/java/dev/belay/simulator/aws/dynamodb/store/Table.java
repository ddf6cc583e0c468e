package dev.belay.simulator.aws.dynamodb.store;

import dev.belay.simulator.aws.dynamodb.schema.IndexSchema;
import dev.belay.simulator.aws.dynamodb.schema.TableSchema;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A table with its indexes, as it stands. */
public final class Table {
    private final TableSchema schema;
    private final Instant created;
    private final SortedItems items;
    private final Map<String, SortedItems> indexes = new LinkedHashMap<>();
    private Optional<String> expiry = Optional.empty();

    Table(TableSchema schema, Instant created) {
        this.schema = schema;
        this.created = created;
        this.items = new SortedItems(schema.key().names());
        schema.indexes().forEach(index -> indexes.put(index.name(), new SortedItems(index.position(schema.key()))));
    }

    public TableSchema schema() {
        return schema;
    }

    public Instant created() {
        return created;
    }

    /** The attribute that says when an item expires, if items do. */
    public Optional<String> expiry() {
        return expiry;
    }

    void expireBy(Optional<String> attribute) {
        expiry = attribute;
    }

    public Optional<Document> get(Document key) {
        return items.get(key);
    }

    public SortedItems items() {
        return items;
    }

    public SortedItems items(IndexSchema index) {
        return Optional.ofNullable(indexes.get(index.name())).orElseThrow();
    }

    public Collection<Document> all() {
        return items.all(Optional.empty());
    }

    public void put(Document item) {
        remove(item.only(schema.key().names()));
        items.put(item);
        for (IndexSchema index : schema.indexes()) {
            index.entry(item, schema.key()).ifPresent(entry -> items(index).put(entry));
        }
    }

    void remove(Document key) {
        items.get(key).ifPresent(before -> {
            for (IndexSchema index : schema.indexes()) {
                index.entry(before, schema.key())
                        .ifPresent(entry -> items(index).remove(entry));
            }
            items.remove(before);
        });
    }
}
