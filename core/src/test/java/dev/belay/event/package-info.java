@NullMarked
package dev.belay.event;

import org.jspecify.annotations.NullMarked;
