/** Rate limits of outside systems, shared by all workers. */
@NullMarked
package dev.belay.ratelimit;

import org.jspecify.annotations.NullMarked;
