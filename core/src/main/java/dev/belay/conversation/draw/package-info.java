/** The card of a record: what it shows in a place, and that it stays true although several workers write it. */
@NullMarked
package dev.belay.conversation.draw;

import org.jspecify.annotations.NullMarked;
