/** Tests of the simulated PagerDuty. */
@NullMarked
package dev.belay.simulator.pagerduty;

import org.jspecify.annotations.NullMarked;
