@NullMarked
package dev.belay.failure;

import org.jspecify.annotations.NullMarked;
