package dev.belay.simulator.aws.dynamodb.schema;

import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.schema.KeySchema.Attribute;
import dev.belay.simulator.aws.dynamodb.value.Size;
import dev.belay.simulator.aws.dynamodb.value.Value;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.Set;

/**
 * What DynamoDB asks of keys: the right attributes, types and sizes
 * (docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html).
 */
public final class KeyCheck {
    private static final int LONGEST_HASH = 2048;
    private static final int LONGEST_RANGE = 1024;

    private KeyCheck() {}

    /** The key that a request names. */
    public static Document key(KeySchema schema, Document key) {
        if (!key.attributes().keySet().equals(Set.copyOf(schema.names())) || !schema.isIn(key)) {
            throw Refused.validation("The provided key element does not match the schema");
        }
        schema.attributes().forEach(attribute -> checkContent(schema, attribute, key));
        return key;
    }

    /** The key within an item that is to be stored. */
    public static Document keyOf(TableSchema table, Document item) {
        KeySchema schema = table.key();
        for (Attribute attribute : schema.attributes()) {
            Value value = item.get(attribute.name())
                    .orElseThrow(() -> Refused.invalid("Missing the key " + attribute.name() + " in the item"));
            if (value.type() != attribute.type()) {
                throw Refused.invalid("Type mismatch for key " + attribute.name() + " expected: " + attribute.type()
                        + " actual: " + value.type());
            }
            checkContent(schema, attribute, item);
        }
        return item.only(schema.names());
    }

    /** Refuses an item whose attributes an index cannot have as its key. */
    public static void checkIndexes(TableSchema table, Document item) {
        for (IndexSchema index : table.indexes()) {
            for (Attribute attribute : index.key().attributes()) {
                item.get(attribute.name()).ifPresent(value -> checkIndexed(index, attribute, value));
            }
        }
    }

    private static void checkIndexed(IndexSchema index, Attribute attribute, Value value) {
        if (value.type() != attribute.type()) {
            throw Refused.invalid("Type mismatch for Index Key " + attribute.name() + " Expected: " + attribute.type()
                    + " Actual: " + value.type() + " IndexName: " + index.name());
        }
        if (isEmpty(value)) {
            throw Refused.validation(
                    "One or more parameter values are not valid. A value specified for a secondary index"
                            + " key is not supported. The AttributeValue for a key attribute cannot contain an empty "
                            + kind(value) + " value. IndexName: " + index.name() + ", IndexKey: " + attribute.name());
        }
        checkSize(index.key(), attribute, value);
    }

    private static void checkContent(KeySchema schema, Attribute attribute, Document item) {
        item.get(attribute.name()).ifPresent(value -> {
            if (isEmpty(value)) {
                throw Refused.validation("One or more parameter values are not valid. The AttributeValue for a key"
                        + " attribute cannot contain an empty " + kind(value) + " value. Key: " + attribute.name());
            }
            checkSize(schema, attribute, value);
        });
    }

    private static void checkSize(KeySchema schema, Attribute attribute, Value value) {
        boolean hash = attribute.equals(schema.hash());
        if (hash && Size.of(value) > LONGEST_HASH) {
            throw Refused.invalid("Size of hashkey has exceeded the maximum size limit of" + LONGEST_HASH + " bytes");
        }
        if (!hash && Size.of(value) > LONGEST_RANGE) {
            throw Refused.invalid(
                    "Aggregated size of all range keys has exceeded the size limit of " + LONGEST_RANGE + " bytes");
        }
    }

    private static boolean isEmpty(Value value) {
        return Size.of(value) == 0;
    }

    private static String kind(Value value) {
        return value instanceof Value.Text ? "string" : "binary";
    }
}
