@NullMarked
package dev.belay.conversation.people;

import org.jspecify.annotations.NullMarked;
