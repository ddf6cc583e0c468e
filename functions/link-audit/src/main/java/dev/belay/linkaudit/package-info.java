/** Looks on a schedule for bindings that do not agree. */
@NullMarked
package dev.belay.linkaudit;

import org.jspecify.annotations.NullMarked;
