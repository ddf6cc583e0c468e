/** What makes an Adaptive Card one that Teams takes. */
@NullMarked
package dev.belay.simulator.teams.card;

import org.jspecify.annotations.NullMarked;
