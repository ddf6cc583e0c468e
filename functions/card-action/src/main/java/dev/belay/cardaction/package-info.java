/** Performs the presses of people, as their queue brings them. */
@NullMarked
package dev.belay.cardaction;

import org.jspecify.annotations.NullMarked;
