package dev.belay.simulator.aws.dynamodb.store;

import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order in which items stand: partitions in an order that means nothing, as DynamoDB's, and items of one partition sorted.
 *
 * @param names the hash key first, then what sorts; an item without one of them comes before those with it
 */
record KeyOrder(List<String> names) implements Comparator<Document> {
    private static final int GOLDEN = 0x9E3779B9;

    @Override
    public int compare(Document one, Document other) {
        String hash = names.getFirst();
        int partitions = Integer.compare(scattered(one.get(hash)), scattered(other.get(hash)));
        if (partitions != 0) {
            return partitions;
        }
        return names.stream()
                .mapToInt(name -> compare(one.get(name), other.get(name)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    private static int compare(Optional<Value> one, Optional<Value> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isPresent(), other.isPresent());
        }
        return Value.compare(one.get(), other.get()).orElse(0);
    }

    private static int scattered(Optional<Value> hash) {
        return hash.hashCode() * GOLDEN;
    }
}
