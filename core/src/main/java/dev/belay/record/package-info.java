/** A ServiceNow record as Belay knows it: which it is, what is read of it, how it may be changed. */
@NullMarked
package dev.belay.record;

import org.jspecify.annotations.NullMarked;
