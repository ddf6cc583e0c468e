/** The REST API of the simulated PagerDuty, version 2. */
@NullMarked
package dev.belay.simulator.pagerduty.rest;

import org.jspecify.annotations.NullMarked;
