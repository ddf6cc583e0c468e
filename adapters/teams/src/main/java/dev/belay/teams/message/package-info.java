/** What is said in a channel: cards, lines and messages, in its threads. */
@NullMarked
package dev.belay.teams.message;

import org.jspecify.annotations.NullMarked;
