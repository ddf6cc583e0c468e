/** What a table and its indexes are: keys, projections, names. */
@NullMarked
package dev.belay.simulator.aws.dynamodb.schema;

import org.jspecify.annotations.NullMarked;
