/** A PagerDuty account in the JVM: its REST API, what people do with incidents, and a page for a person. */
@NullMarked
package dev.belay.simulator.pagerduty;

import org.jspecify.annotations.NullMarked;
