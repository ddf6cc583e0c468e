/** Reads again what changed in ServiceNow, and has made to agree what an event was lost of. */
@NullMarked
package dev.belay.reconcile;

import org.jspecify.annotations.NullMarked;
