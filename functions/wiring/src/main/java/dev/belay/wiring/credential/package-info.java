/** The checks of credentials: of those in force, of one that is about to be stored, and of all that an installation has. */
@NullMarked
package dev.belay.wiring.credential;

import org.jspecify.annotations.NullMarked;
