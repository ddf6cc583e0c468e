/** PagerDuty's adapter over the simulated account. */
@NullMarked
package dev.belay.pagerduty;

import org.jspecify.annotations.NullMarked;
