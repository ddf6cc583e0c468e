/** Rights to do something alone, which end by themselves. */
@NullMarked
package dev.belay.lease;

import org.jspecify.annotations.NullMarked;
