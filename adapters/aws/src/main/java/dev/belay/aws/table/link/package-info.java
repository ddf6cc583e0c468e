/** Links of records and conversations, and what is remembered of each conversation. */
@NullMarked
package dev.belay.aws.table.link;

import org.jspecify.annotations.NullMarked;
