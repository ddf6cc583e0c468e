package dev.belay.simulator.aws.dynamodb.schema;

import dev.belay.simulator.aws.dynamodb.value.Type;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The attributes by which items are found: one to partition them, and one to sort them where there are more than one. */
public record KeySchema(Attribute hash, Optional<Attribute> range) {
    /** An attribute of a key. */
    public record Attribute(String name, Type type) {}

    public List<Attribute> attributes() {
        return Stream.concat(Stream.of(hash), range.stream()).toList();
    }

    public List<String> names() {
        return attributes().stream().map(Attribute::name).toList();
    }

    /** Whether the item has every attribute of it, each of its type. */
    boolean isIn(Document item) {
        return attributes().stream().allMatch(attribute -> item.get(attribute.name())
                .filter(value -> value.type() == attribute.type())
                .isPresent());
    }
}
