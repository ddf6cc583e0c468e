/** How often a method may be called, and calls that were told to fail. */
@NullMarked
package dev.belay.simulator.slack.limit;

import org.jspecify.annotations.NullMarked;
