/** The simulators under the names of the real systems, over TLS, for functions that run elsewhere. */
@NullMarked
package dev.belay.local.front;

import org.jspecify.annotations.NullMarked;
