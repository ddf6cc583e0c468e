/** The desk of the simulators. */
@NullMarked
package dev.belay.simulator.control;

import org.jspecify.annotations.NullMarked;
