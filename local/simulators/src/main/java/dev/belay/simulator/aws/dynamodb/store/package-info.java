/** The items as they stand, in order, and the journal from which they come back. */
@NullMarked
package dev.belay.simulator.aws.dynamodb.store;

import org.jspecify.annotations.NullMarked;
