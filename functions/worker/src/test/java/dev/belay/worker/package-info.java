@NullMarked
package dev.belay.worker;

import org.jspecify.annotations.NullMarked;
