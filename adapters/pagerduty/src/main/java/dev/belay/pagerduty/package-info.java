/** PagerDuty: incidents, and requests that people join them, over its REST API. */
@NullMarked
package dev.belay.pagerduty;

import org.jspecify.annotations.NullMarked;
