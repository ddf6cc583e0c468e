@NullMarked
package dev.belay.conversationmessage;

import org.jspecify.annotations.NullMarked;
