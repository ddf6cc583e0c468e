/** Relays what people say and note between conversations and records, as its queue brings it. */
@NullMarked
package dev.belay.conversationmessage;

import org.jspecify.annotations.NullMarked;
