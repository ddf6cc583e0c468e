@NullMarked
package dev.belay.chat;

import org.jspecify.annotations.NullMarked;
