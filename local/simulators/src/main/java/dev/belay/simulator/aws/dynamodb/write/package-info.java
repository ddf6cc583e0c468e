/** Writing items: one at a time, or many in a transaction. */
@NullMarked
package dev.belay.simulator.aws.dynamodb.write;

import org.jspecify.annotations.NullMarked;
