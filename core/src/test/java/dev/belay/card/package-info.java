@NullMarked
package dev.belay.card;

import org.jspecify.annotations.NullMarked;
