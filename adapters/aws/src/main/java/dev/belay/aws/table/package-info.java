/** One table of DynamoDB, its items, their keys and transactions: what everything that Belay keeps there is written and read with. */
@NullMarked
package dev.belay.aws.table;

import org.jspecify.annotations.NullMarked;
