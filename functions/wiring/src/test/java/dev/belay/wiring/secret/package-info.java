@NullMarked
package dev.belay.wiring.secret;

import org.jspecify.annotations.NullMarked;
