@NullMarked
package dev.belay.lease;

import org.jspecify.annotations.NullMarked;
