/** The one place where ports meet adapters, settings are read, and what came of a message is told to its queue. */
@NullMarked
package dev.belay.wiring;

import org.jspecify.annotations.NullMarked;
