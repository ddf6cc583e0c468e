@NullMarked
package dev.belay.ratelimit;

import org.jspecify.annotations.NullMarked;
