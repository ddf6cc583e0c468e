@NullMarked
package dev.belay.cardaction;

import org.jspecify.annotations.NullMarked;
