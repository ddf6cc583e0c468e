@NullMarked
package dev.belay.secret;

import org.jspecify.annotations.NullMarked;
