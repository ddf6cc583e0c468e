/** What is counted so that somebody can be woken. */
@NullMarked
package dev.belay.health;

import org.jspecify.annotations.NullMarked;
