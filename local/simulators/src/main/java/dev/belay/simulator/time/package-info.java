/** The time that all simulators share. */
@NullMarked
package dev.belay.simulator.time;

import org.jspecify.annotations.NullMarked;
