@NullMarked
package dev.belay.inbound;

import org.jspecify.annotations.NullMarked;
