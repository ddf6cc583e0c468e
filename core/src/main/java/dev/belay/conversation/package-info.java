/** Making a conversation agree with its record: where it is to be, opening it once, keeping its card true. */
@NullMarked
package dev.belay.conversation;

import org.jspecify.annotations.NullMarked;
