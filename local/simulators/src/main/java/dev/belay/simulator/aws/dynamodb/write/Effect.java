package dev.belay.simulator.aws.dynamodb.write;

import dev.belay.simulator.aws.dynamodb.expression.Path;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.schema.KeyCheck;
import dev.belay.simulator.aws.dynamodb.schema.TableSchema;
import dev.belay.simulator.aws.dynamodb.update.Update;
import dev.belay.simulator.aws.dynamodb.value.Size;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.Optional;

/** What a write makes of an item. */
sealed interface Effect {
    record Put(Document item) implements Effect {}

    record Change(Document key, Update update) implements Effect {}

    record Delete(Document key) implements Effect {}

    /** Nothing: only the condition matters. */
    record Check(Document key) implements Effect {}

    /** The attributes that name the item, among others or not, whether they fit the table or not. */
    default Document named() {
        return switch (this) {
            case Put(Document item) -> item;
            case Change(Document key, Update _) -> key;
            case Delete(Document key) -> key;
            case Check(Document key) -> key;
        };
    }

    /** The key of the item, if it is one of this table's. */
    default Document key(TableSchema table) {
        return switch (this) {
            case Put(Document item) -> KeyCheck.keyOf(table, item);
            case Change _, Delete _, Check _ -> KeyCheck.key(table.key(), named());
        };
    }

    /** The item as it is afterwards, if there is one. */
    default Optional<Document> of(Optional<Document> before, TableSchema table) {
        return switch (this) {
            case Put(Document item) ->
                Optional.of(checked(item, table, "Item size has exceeded the maximum allowed size"));
            case Change(Document key, Update update) -> {
                checkKeyStays(table, update);
                Document changed = update.of(before.orElse(key));
                yield Optional.of(checked(changed, table, "Item size to update has exceeded the maximum allowed size"));
            }
            case Delete _ -> Optional.empty();
            case Check _ -> before;
        };
    }

    private static Document checked(Document item, TableSchema table, String tooLarge) {
        if (Size.of(item) > Size.LARGEST_ITEM) {
            throw Refused.validation(tooLarge);
        }
        KeyCheck.checkIndexes(table, item);
        return item;
    }

    private static void checkKeyStays(TableSchema table, Update update) {
        update.paths().stream()
                .map(Path::attribute)
                .filter(table.key().names()::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw Refused.invalid("Cannot update attribute " + name + ". This attribute is part of the key");
                });
    }
}
