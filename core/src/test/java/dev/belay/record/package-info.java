@NullMarked
package dev.belay.record;

import org.jspecify.annotations.NullMarked;
