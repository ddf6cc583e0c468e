@NullMarked
package dev.belay.delivery;

import org.jspecify.annotations.NullMarked;
