package dev.belay.simulator.aws.dynamodb.update;

import dev.belay.simulator.aws.dynamodb.expression.Path;
import dev.belay.simulator.aws.dynamodb.value.Value;

/** One thing that an update does to one attribute. */
sealed interface Action {
    Path path();

    record Assign(Path path, SetValue value) implements Action {}

    record Remove(Path path) implements Action {}

    /** Adds to a number or a set, which begins with nothing. */
    record Add(Path path, Value value) implements Action {}

    /** Takes members out of a set, which ends with its last member. */
    record Delete(Path path, Value.Members members) implements Action {}
}
