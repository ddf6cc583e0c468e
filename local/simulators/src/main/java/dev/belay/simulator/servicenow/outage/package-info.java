/** How the simulated instance fails when it is told to. */
@NullMarked
package dev.belay.simulator.servicenow.outage;

import org.jspecify.annotations.NullMarked;
