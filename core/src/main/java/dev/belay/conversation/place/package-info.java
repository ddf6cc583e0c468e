/** Where a conversation is to be: a channel of its own or the shared one, its name, and what there is room for. */
@NullMarked
package dev.belay.conversation.place;

import org.jspecify.annotations.NullMarked;
