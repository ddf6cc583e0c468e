@NullMarked
package dev.belay.conversation;

import org.jspecify.annotations.NullMarked;
