@NullMarked
package dev.belay.address;

import org.jspecify.annotations.NullMarked;
