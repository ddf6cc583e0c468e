/** The console of a local world: one page that shows a press travel. */
@NullMarked
package dev.belay.local.console;

import org.jspecify.annotations.NullMarked;
