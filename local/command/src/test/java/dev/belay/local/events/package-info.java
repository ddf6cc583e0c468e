/** What a mapping does with what a function says. */
@NullMarked
package dev.belay.local.events;

import org.jspecify.annotations.NullMarked;
