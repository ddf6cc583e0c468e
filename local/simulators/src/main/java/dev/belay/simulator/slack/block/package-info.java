/** What may stand in a message: blocks, text, metadata, and their limits. */
@NullMarked
package dev.belay.simulator.slack.block;

import org.jspecify.annotations.NullMarked;
