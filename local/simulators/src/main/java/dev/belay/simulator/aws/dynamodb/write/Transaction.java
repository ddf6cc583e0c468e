package dev.belay.simulator.aws.dynamodb.write;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.schema.TableSchema;
import dev.belay.simulator.aws.dynamodb.store.Change;
import dev.belay.simulator.aws.dynamodb.store.Tables;
import dev.belay.simulator.aws.dynamodb.value.Size;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code TransactWriteItems}: writes that happen together, or a reason for each why they do not
 * (docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html).
 */
public final class Transaction {
    private static final int MOST = 100;
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final String TOKEN = "ClientRequestToken";
    private static final List<String> ENTRIES = List.of("ConditionCheck", "Put", "Update", "Delete");

    private final Requests requests;

    /** @param requests the requests that had a token */
    public Transaction(Requests requests) {
        this.requests = requests;
    }

    public JsonObject perform(Tables tables, JsonObject json) {
        Arguments arguments = Arguments.of("TransactWriteItems", json, List.of("TransactItems", TOKEN));
        arguments.text(TOKEN).ifPresent(Requests::check);
        List<Write> writes = writes(arguments);
        if (arguments.text(TOKEN).filter(token -> requests.isKnown(token, json)).isEmpty()) {
            commit(tables, writes);
            arguments.text(TOKEN).ifPresent(token -> requests.remember(token, json));
        }
        return new JsonObject();
    }

    private static List<Write> writes(Arguments arguments) {
        List<JsonObject> items = arguments.objects("TransactItems").orElse(List.of());
        if (items.isEmpty() || items.size() > MOST) {
            throw Refused.constraint(
                    "'" + items.size() + " items'",
                    "transactItems",
                    items.isEmpty()
                            ? "have length greater than or equal to 1"
                            : "have length less than or equal to " + MOST);
        }
        return items.stream().map(Transaction::write).toList();
    }

    private static Write write(JsonObject json) {
        Arguments item = Arguments.of("TransactWriteItem", json, ENTRIES);
        List<String> kinds = ENTRIES.stream().filter(item::has).toList();
        if (kinds.size() != 1) {
            throw Refused.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        String kind = kinds.getFirst();
        JsonObject entry = item.needObject(kind);
        return switch (kind) {
            case "Put" -> WriteReader.put(WriteReader.arguments(kind, entry, "Item"));
            case "Update" -> WriteReader.entryUpdate(WriteReader.updateArguments(kind, entry));
            case "Delete" -> WriteReader.delete(WriteReader.arguments(kind, entry, "Key"));
            default -> WriteReader.check(WriteReader.arguments(kind, entry, "Key"));
        };
    }

    private static void commit(Tables tables, List<Write> writes) {
        checkDistinct(tables, writes);
        List<Reason> reasons = writes.stream()
                .map(write -> Reason.of(write, tables.get(write.table())))
                .toList();
        if (!reasons.stream().allMatch(Reason.None.class::isInstance)) {
            throw Refused.cancelled(
                    reasons.stream().map(Reason::code).toList().toString(),
                    new JsonArray(reasons.stream().map(Reason::json).toList()));
        }
        List<Change> changes = reasons.stream().flatMap(Reason::changes).toList();
        checkSize(changes);
        tables.write(changes);
    }

    private static void checkDistinct(Tables tables, List<Write> writes) {
        Set<Item> items = new HashSet<>();
        for (Write write : writes) {
            TableSchema table = tables.get(write.table()).schema();
            if (!items.add(new Item(
                    table.name(), write.effect().named().only(table.key().names())))) {
                throw Refused.validation("Transaction request cannot include multiple operations on one item");
            }
        }
    }

    private record Item(String table, Document key) {}

    private static void checkSize(List<Change> changes) {
        int size = changes.stream()
                .flatMap(change -> change.item().stream())
                .mapToInt(Size::of)
                .sum();
        if (size > LARGEST) {
            throw Refused.validation("The aggregate size of the items in the transaction exceeds 4 MB");
        }
    }
}
