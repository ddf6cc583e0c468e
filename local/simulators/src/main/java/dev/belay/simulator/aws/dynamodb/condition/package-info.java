/** Conditions on an item, for writes, filters and keys. */
@NullMarked
package dev.belay.simulator.aws.dynamodb.condition;

import org.jspecify.annotations.NullMarked;
