package dev.belay.simulator.aws.dynamodb.write;

import dev.belay.simulator.aws.dynamodb.condition.Condition;
import dev.belay.simulator.aws.dynamodb.store.Change;
import dev.belay.simulator.aws.dynamodb.store.Table;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.Optional;

/**
 * A write as it was asked for, by itself or in a transaction.
 *
 * @param showsStored whether a refusal shows the item that stood against it
 */
record Write(String table, Effect effect, Optional<Condition> condition, boolean showsStored) {
    /** What would come of it now. */
    sealed interface Attempt {
        record Possible(Optional<Document> before, Change change) implements Attempt {}

        /** @param stored the item that stands against it, where it is to be shown and there is one */
        record ConditionFailed(Optional<Document> stored) implements Attempt {}
    }

    Attempt attempt(Table table) {
        Document key = effect.key(table.schema());
        Optional<Document> before = table.get(key);
        if (condition
                .filter(wanted -> !wanted.holds(before.orElse(Document.EMPTY)))
                .isPresent()) {
            return new Attempt.ConditionFailed(before.filter(_ -> showsStored));
        }
        return new Attempt.Possible(before, new Change(table.schema().name(), key, effect.of(before, table.schema())));
    }
}
