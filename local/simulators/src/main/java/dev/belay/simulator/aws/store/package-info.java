/** What is kept for whoever asks: secrets, parameters, and which stacks are deployed. */
@NullMarked
package dev.belay.simulator.aws.store;

import org.jspecify.annotations.NullMarked;
