/** The webhook's adapter over a simulated receiver. */
@NullMarked
package dev.belay.webhook;

import org.jspecify.annotations.NullMarked;
