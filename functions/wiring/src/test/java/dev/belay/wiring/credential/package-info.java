@NullMarked
package dev.belay.wiring.credential;

import org.jspecify.annotations.NullMarked;
