/** Opens and keeps conversations, as the queue of record events asks for it. */
@NullMarked
package dev.belay.incidentopened;

import org.jspecify.annotations.NullMarked;
