package dev.belay.simulator.aws.dynamodb.write;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.store.Change;
import dev.belay.simulator.aws.dynamodb.store.Table;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import dev.belay.simulator.aws.dynamodb.value.ValueWriter;
import dev.belay.simulator.aws.dynamodb.write.Write.Attempt;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why an entry of a transaction stands against it, or that it does not
 * (docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CancellationReason.html).
 */
sealed interface Reason {
    /** @param change what the entry changes; a check changes nothing */
    record None(Optional<Change> change) implements Reason {}

    record ConditionFailed(Optional<Document> stored) implements Reason {}

    /** The entry does not fit its table, or the item that it changes. */
    record Invalid(String message) implements Reason {}

    static Reason of(Write write, Table table) {
        try {
            return switch (write.attempt(table)) {
                case Attempt.ConditionFailed(Optional<Document> stored) -> new ConditionFailed(stored);
                case Attempt.Possible(var _, Change change) ->
                    new None(Optional.of(change).filter(_ -> !(write.effect() instanceof Effect.Check)));
            };
        } catch (Refused e) {
            return new Invalid(e.message());
        }
    }

    default Stream<Change> changes() {
        return this instanceof None(Optional<Change> change) ? change.stream() : Stream.empty();
    }

    default String code() {
        return switch (this) {
            case None _ -> "None";
            case ConditionFailed _ -> "ConditionalCheckFailed";
            case Invalid _ -> "ValidationError";
        };
    }

    default JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("Code", code());
        switch (this) {
            case None _ -> {}
            case ConditionFailed(Optional<Document> stored) -> {
                json.put("Message", "The conditional request failed");
                stored.ifPresent(item -> json.put("Item", ValueWriter.item(item)));
            }
            case Invalid(String message) -> json.put("Message", message);
        }
        return json;
    }
}
