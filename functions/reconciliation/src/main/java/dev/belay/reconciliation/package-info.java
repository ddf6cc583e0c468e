/** Finds on a schedule what no event told of, and has it made to agree. */
@NullMarked
package dev.belay.reconciliation;

import org.jspecify.annotations.NullMarked;
