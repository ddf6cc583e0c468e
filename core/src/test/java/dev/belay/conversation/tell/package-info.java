@NullMarked
package dev.belay.conversation.tell;

import org.jspecify.annotations.NullMarked;
