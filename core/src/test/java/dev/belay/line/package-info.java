@NullMarked
package dev.belay.line;

import org.jspecify.annotations.NullMarked;
