/** SQS: an engine that is not ours, and what it lacks of the real one. */
@NullMarked
package dev.belay.simulator.aws.queue;

import org.jspecify.annotations.NullMarked;
