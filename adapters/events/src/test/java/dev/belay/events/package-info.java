@NullMarked
package dev.belay.events;

import org.jspecify.annotations.NullMarked;
