package dev.belay.simulator.aws.dynamodb.schema;

import dev.belay.simulator.aws.dynamodb.request.Refused;
import java.util.List;

/** What was said of a table when it was made. */
public record TableSchema(String name, KeySchema key, List<IndexSchema> indexes) {
    public TableSchema {
        indexes = List.copyOf(indexes);
    }

    public IndexSchema index(String name) {
        return indexes.stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.validation("The table does not have the specified index: " + name));
    }
}
