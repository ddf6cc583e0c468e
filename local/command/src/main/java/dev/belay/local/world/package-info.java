/** One whole installation on this machine: the simulated outside, what the template would deploy, and the real handlers. */
@NullMarked
package dev.belay.local.world;

import org.jspecify.annotations.NullMarked;
