/** Update expressions: what is to become of an item. */
@NullMarked
package dev.belay.simulator.aws.dynamodb.update;

import org.jspecify.annotations.NullMarked;
