/** {@code ./belay local}: its options, the run on simulators or beside outside tools, and what it says. */
@NullMarked
package dev.belay.local.command.run;

import org.jspecify.annotations.NullMarked;
