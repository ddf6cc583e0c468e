/** How a thing is made once in an outside system: look, make, store. */
@NullMarked
package dev.belay.step;

import org.jspecify.annotations.NullMarked;
