/** What Belay keeps in DynamoDB: links, the user map, handled events and limits. */
@NullMarked
package dev.belay.aws.table;

import org.jspecify.annotations.NullMarked;
