/** {@code ./belay redrive}: what lies in the dead-letter queues, and the way back. */
@NullMarked
package dev.belay.local.redrive;

import org.jspecify.annotations.NullMarked;
