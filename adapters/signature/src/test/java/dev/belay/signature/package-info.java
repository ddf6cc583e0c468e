@NullMarked
package dev.belay.signature;

import org.jspecify.annotations.NullMarked;
