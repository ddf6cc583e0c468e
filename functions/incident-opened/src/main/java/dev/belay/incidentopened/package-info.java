/** The door through which hints about records come in. */
@NullMarked
package dev.belay.incidentopened;

import org.jspecify.annotations.NullMarked;
