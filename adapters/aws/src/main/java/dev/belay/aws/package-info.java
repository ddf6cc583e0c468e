/** Belay's ways to AWS: its clients, secrets, parameters, queues and metrics. */
@NullMarked
package dev.belay.aws;

import org.jspecify.annotations.NullMarked;
