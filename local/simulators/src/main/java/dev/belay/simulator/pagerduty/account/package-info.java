/** What a PagerDuty account holds: users, services, escalation policies, incidents and their responders. */
@NullMarked
package dev.belay.simulator.pagerduty.account;

import org.jspecify.annotations.NullMarked;
