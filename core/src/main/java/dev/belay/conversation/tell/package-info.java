/** What is said: in a conversation what happened to its record, each thing once, and in the operations channel what a person must do. */
@NullMarked
package dev.belay.conversation.tell;

import org.jspecify.annotations.NullMarked;
