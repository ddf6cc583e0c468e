@NullMarked
package dev.belay.conversation.draw;

import org.jspecify.annotations.NullMarked;
