@NullMarked
package dev.belay.conversation.keep;

import org.jspecify.annotations.NullMarked;
