@NullMarked
package dev.belay.time;

import org.jspecify.annotations.NullMarked;
