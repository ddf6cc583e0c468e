/** The door through which people's presses come in. */
@NullMarked
package dev.belay.cardaction;

import org.jspecify.annotations.NullMarked;
