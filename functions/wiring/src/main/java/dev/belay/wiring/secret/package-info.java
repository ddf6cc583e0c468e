/** Secrets as whoever calls with them reads them: cached, checked, and told when they are refused. */
@NullMarked
package dev.belay.wiring.secret;

import org.jspecify.annotations.NullMarked;
