@NullMarked
package dev.belay.conversation.place;

import org.jspecify.annotations.NullMarked;
