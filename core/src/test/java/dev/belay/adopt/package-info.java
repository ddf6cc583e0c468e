@NullMarked
package dev.belay.adopt;

import org.jspecify.annotations.NullMarked;
