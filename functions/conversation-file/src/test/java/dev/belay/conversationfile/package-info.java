@NullMarked
package dev.belay.conversationfile;

import org.jspecify.annotations.NullMarked;
