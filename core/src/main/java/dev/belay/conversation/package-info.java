/** The life of a conversation: opened once, promoted, moved, made again, whatever is lost on the way. */
@NullMarked
package dev.belay.conversation;

import org.jspecify.annotations.NullMarked;
