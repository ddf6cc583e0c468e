/** The pages of the simulators. */
@NullMarked
package dev.belay.simulator.page;

import org.jspecify.annotations.NullMarked;
