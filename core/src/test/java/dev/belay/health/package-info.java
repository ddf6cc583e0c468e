@NullMarked
package dev.belay.health;

import org.jspecify.annotations.NullMarked;
