/** Tests of the simulated webhook receiver. */
@NullMarked
package dev.belay.simulator.webhook;

import org.jspecify.annotations.NullMarked;
