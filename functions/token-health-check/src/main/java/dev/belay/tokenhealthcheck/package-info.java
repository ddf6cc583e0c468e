/** Checks every credential on a schedule, and tells people of what changed. */
@NullMarked
package dev.belay.tokenhealthcheck;

import org.jspecify.annotations.NullMarked;
