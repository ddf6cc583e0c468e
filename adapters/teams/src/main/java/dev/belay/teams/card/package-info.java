/** Cards and answers as Adaptive Cards. */
@NullMarked
package dev.belay.teams.card;

import org.jspecify.annotations.NullMarked;
