/** What the events of the simulated instance are signed with. */
@NullMarked
package dev.belay.simulator.servicenow.event;

import org.jspecify.annotations.NullMarked;
