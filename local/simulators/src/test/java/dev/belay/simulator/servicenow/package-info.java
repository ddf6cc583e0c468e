/** What the simulated instance enforces, fact by fact. */
@NullMarked
package dev.belay.simulator.servicenow;

import org.jspecify.annotations.NullMarked;
