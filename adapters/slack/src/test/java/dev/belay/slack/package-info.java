/** Proves the adapter over a simulated Slack. */
@NullMarked
package dev.belay.slack;

import org.jspecify.annotations.NullMarked;
