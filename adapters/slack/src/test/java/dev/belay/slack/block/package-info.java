/** Proves the adapter over a simulated Slack. */
@NullMarked
package dev.belay.slack.block;

import org.jspecify.annotations.NullMarked;
