/** Attribute values: their types, order, size and JSON. */
@NullMarked
package dev.belay.simulator.aws.dynamodb.value;

import org.jspecify.annotations.NullMarked;
