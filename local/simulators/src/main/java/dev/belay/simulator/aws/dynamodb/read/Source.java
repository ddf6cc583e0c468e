package dev.belay.simulator.aws.dynamodb.read;

import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.schema.IndexSchema;
import dev.belay.simulator.aws.dynamodb.schema.KeySchema;
import dev.belay.simulator.aws.dynamodb.schema.KeySchema.Attribute;
import dev.belay.simulator.aws.dynamodb.store.SortedItems;
import dev.belay.simulator.aws.dynamodb.store.Table;
import dev.belay.simulator.aws.dynamodb.store.Tables;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.ValueReader;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a query or scan reads: a table or one of its indexes. */
record Source(Table table, Optional<IndexSchema> index) {
    static Source of(Tables tables, Arguments arguments) {
        Table table = tables.get(arguments.needText("TableName"));
        Optional<IndexSchema> index =
                arguments.text("IndexName").map(name -> table.schema().index(name));
        if (index.isPresent() && arguments.flag("ConsistentRead", false)) {
            throw Refused.validation("Consistent reads are not supported on global secondary indexes");
        }
        return new Source(table, index);
    }

    SortedItems items() {
        return index.map(table::items).orElseGet(table::items);
    }

    KeySchema key() {
        return index.map(IndexSchema::key).orElse(table.schema().key());
    }

    /** Where the request wants to go on. */
    Optional<Document> start(Arguments arguments) {
        return arguments.object("ExclusiveStartKey").map(ValueReader::item).map(this::checked);
    }

    private Document checked(Document start) {
        boolean whole = start.attributes().keySet().equals(Set.copyOf(items().positionNames()));
        boolean typed = Stream.concat(key().attributes().stream(), table.schema().key().attributes().stream())
                .allMatch(attribute -> isTyped(start, attribute));
        if (!whole || !typed) {
            throw Refused.validation("The provided starting key is invalid");
        }
        return start;
    }

    private static boolean isTyped(Document start, Attribute attribute) {
        return start.get(attribute.name())
                .filter(value -> value.type() == attribute.type())
                .isPresent();
    }
}
