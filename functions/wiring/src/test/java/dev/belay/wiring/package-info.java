@NullMarked
package dev.belay.wiring;

import org.jspecify.annotations.NullMarked;
