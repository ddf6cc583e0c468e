@NullMarked
package dev.belay.step;

import org.jspecify.annotations.NullMarked;
