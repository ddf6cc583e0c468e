/** Brings files from records to conversations and back, as their queue asks for it. */
@NullMarked
package dev.belay.conversationfile;

import org.jspecify.annotations.NullMarked;
