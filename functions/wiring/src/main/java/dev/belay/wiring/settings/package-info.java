/** What a function is told: its environment, and the settings as they are now. */
@NullMarked
package dev.belay.wiring.settings;

import org.jspecify.annotations.NullMarked;
