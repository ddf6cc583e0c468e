package dev.belay.simulator.aws.dynamodb.schema;

import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A global secondary index: items that have its key, and no others, under that key.
 *
 * @param included the further attributes that it has, where it has not all
 */
public record IndexSchema(String name, KeySchema key, Projected projected, List<String> included) {
    /** Which attributes an index has beside its own key and the table's. */
    public enum Projected {
        ALL,
        KEYS_ONLY,
        INCLUDE
    }

    public IndexSchema {
        included = List.copyOf(included);
    }

    /** What stands in the index of this item, if it is in it. */
    public Optional<Document> entry(Document item, KeySchema table) {
        return key.isIn(item) ? Optional.of(projected(item, table)) : Optional.empty();
    }

    /** The attributes that an entry is found and continued by. */
    public List<String> position(KeySchema table) {
        return Stream.concat(key.names().stream(), table.names().stream())
                .distinct()
                .toList();
    }

    private Document projected(Document item, KeySchema table) {
        return projected == Projected.ALL
                ? item
                : item.only(Stream.concat(position(table).stream(), included.stream())
                        .distinct()
                        .toList());
    }
}
