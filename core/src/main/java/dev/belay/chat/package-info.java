/** Where a conversation is and who speaks there. */
@NullMarked
package dev.belay.chat;

import org.jspecify.annotations.NullMarked;
