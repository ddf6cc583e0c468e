/** Who belongs into a conversation, and how they come into it. */
@NullMarked
package dev.belay.conversation.people;

import org.jspecify.annotations.NullMarked;
