/** Proves the adapter over a simulated Slack. */
@NullMarked
package dev.belay.slack.call;

import org.jspecify.annotations.NullMarked;
