@NullMarked
package dev.belay.platform;

import org.jspecify.annotations.NullMarked;
