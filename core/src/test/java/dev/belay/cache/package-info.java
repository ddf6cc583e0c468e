@NullMarked
package dev.belay.cache;

import org.jspecify.annotations.NullMarked;
