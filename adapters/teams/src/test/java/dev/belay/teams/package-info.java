/** Teams as a platform, against the simulated one. */
@NullMarked
package dev.belay.teams;

import org.jspecify.annotations.NullMarked;
