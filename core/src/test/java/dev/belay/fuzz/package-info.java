/** Documents from outside, each wrong in some of its fields. */
@NullMarked
package dev.belay.fuzz;

import org.jspecify.annotations.NullMarked;
