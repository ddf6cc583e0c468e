/** The business rule that tells Belay of changes: the thin signed event, and the log of what was sent. */
@NullMarked
package dev.belay.simulator.servicenow.event;

import org.jspecify.annotations.NullMarked;
