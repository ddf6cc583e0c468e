/** How often the simulated PagerDuty may be called. */
@NullMarked
package dev.belay.simulator.pagerduty.limit;

import org.jspecify.annotations.NullMarked;
