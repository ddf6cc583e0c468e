/** What happened, numbered, for readers that come back. */
@NullMarked
package dev.belay.simulator.feed;

import org.jspecify.annotations.NullMarked;
