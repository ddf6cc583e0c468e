/** What people ask for in words, where no card is at hand: the words, and the command that they are. */
@NullMarked
package dev.belay.command;

import org.jspecify.annotations.NullMarked;
