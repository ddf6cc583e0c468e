/** Slack as an app and its people meet it, in memory: it refuses what Slack refuses. */
@NullMarked
package dev.belay.simulator.slack;

import org.jspecify.annotations.NullMarked;
