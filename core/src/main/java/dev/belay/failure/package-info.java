/** How outside systems fail: retry later, rejected, credentials refused, outcome unknown. */
@NullMarked
package dev.belay.failure;

import org.jspecify.annotations.NullMarked;
