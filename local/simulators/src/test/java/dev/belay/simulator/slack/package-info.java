/** Proofs that the simulated Slack refuses what Slack refuses and does what people do. */
@NullMarked
package dev.belay.simulator.slack;

import org.jspecify.annotations.NullMarked;
