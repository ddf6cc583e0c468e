@NullMarked
package dev.belay.wiring.settings;

import org.jspecify.annotations.NullMarked;
