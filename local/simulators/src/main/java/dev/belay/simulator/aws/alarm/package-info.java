/** What CloudWatch counts, the alarms of it, and what SNS is told. */
@NullMarked
package dev.belay.simulator.aws.alarm;

import org.jspecify.annotations.NullMarked;
