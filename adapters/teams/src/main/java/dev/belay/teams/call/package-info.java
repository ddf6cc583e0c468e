/** Calls of the Bot Connector and of Graph: tokens, time-outs, limits, and what their failures mean. */
@NullMarked
package dev.belay.teams.call;

import org.jspecify.annotations.NullMarked;
