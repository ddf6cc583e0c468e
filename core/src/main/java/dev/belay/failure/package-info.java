/** How the outside fails: try again, never, or nobody knows. */
@NullMarked
package dev.belay.failure;

import org.jspecify.annotations.NullMarked;
