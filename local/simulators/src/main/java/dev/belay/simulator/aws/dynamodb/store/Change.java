package dev.belay.simulator.aws.dynamodb.store;

import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.Optional;

/**
 * What becomes of one item.
 *
 * @param item what is there afterwards; nothing where it is deleted
 */
public record Change(String table, Document key, Optional<Document> item) {}
