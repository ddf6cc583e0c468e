@NullMarked
package dev.belay.credential;

import org.jspecify.annotations.NullMarked;
