/** What each worker is handed to work with. */
@NullMarked
package dev.belay.wiring.dependency;

import org.jspecify.annotations.NullMarked;
