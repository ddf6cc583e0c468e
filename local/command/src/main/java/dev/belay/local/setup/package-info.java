/** {@code ./belay setup}: from nothing to a stack that works, in several runs, with what each administrator has to do. */
@NullMarked
package dev.belay.local.setup;

import org.jspecify.annotations.NullMarked;
