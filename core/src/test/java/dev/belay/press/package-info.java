@NullMarked
package dev.belay.press;

import org.jspecify.annotations.NullMarked;
