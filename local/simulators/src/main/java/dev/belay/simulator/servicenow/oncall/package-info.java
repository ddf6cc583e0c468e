/** Who is on call, as ServiceNow's On-Call Scheduling knows it. */
@NullMarked
package dev.belay.simulator.servicenow.oncall;

import org.jspecify.annotations.NullMarked;
