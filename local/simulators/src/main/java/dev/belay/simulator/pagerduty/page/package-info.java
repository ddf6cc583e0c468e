/** PagerDuty as a person sees it. */
@NullMarked
package dev.belay.simulator.pagerduty.page;

import org.jspecify.annotations.NullMarked;
