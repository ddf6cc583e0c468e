@NullMarked
package dev.belay.coldhttp;

import org.jspecify.annotations.NullMarked;
