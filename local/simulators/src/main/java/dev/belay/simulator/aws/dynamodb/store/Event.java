package dev.belay.simulator.aws.dynamodb.store;

import dev.belay.simulator.aws.dynamodb.schema.TableSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that happened to the tables, all of it at once. */
sealed interface Event {
    record Created(TableSchema schema, Instant at) implements Event {}

    record Dropped(String table) implements Event {}

    /** @param attribute by which items expire from now on; nothing where they no longer do */
    record Expiring(String table, Optional<String> attribute) implements Event {}

    record Written(List<Change> changes) implements Event {
        public Written {
            changes = List.copyOf(changes);
        }
    }
}
