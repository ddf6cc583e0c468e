/** Secrets as whoever calls with them reads them: cached and checked; where one is refused, that is told. */
@NullMarked
package dev.belay.wiring.secret;

import org.jspecify.annotations.NullMarked;
