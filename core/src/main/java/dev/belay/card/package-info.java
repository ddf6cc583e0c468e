/** The card: what it shows of a record and the actions that its buttons carry. */
@NullMarked
package dev.belay.card;

import org.jspecify.annotations.NullMarked;
