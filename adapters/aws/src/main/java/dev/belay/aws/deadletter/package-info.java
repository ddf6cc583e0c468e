/** Dead-letter queues as whoever runs Belay sees them. */
@NullMarked
package dev.belay.aws.deadletter;

import org.jspecify.annotations.NullMarked;
