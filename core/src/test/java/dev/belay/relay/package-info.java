@NullMarked
package dev.belay.relay;

import org.jspecify.annotations.NullMarked;
