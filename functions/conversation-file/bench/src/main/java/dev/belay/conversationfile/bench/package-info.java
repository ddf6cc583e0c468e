/** Measures how fast a gigabyte goes from one side to the other, and in how much memory. */
@NullMarked
package dev.belay.conversationfile.bench;

import org.jspecify.annotations.NullMarked;
