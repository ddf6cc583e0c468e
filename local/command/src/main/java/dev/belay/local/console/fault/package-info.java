/** What if: the faults of the simulated systems, and how often each was called. */
@NullMarked
package dev.belay.local.console.fault;

import org.jspecify.annotations.NullMarked;
