/** A conversation that stands: set up, kept in agreement with its record, and ended with it. */
@NullMarked
package dev.belay.conversation.keep;

import org.jspecify.annotations.NullMarked;
