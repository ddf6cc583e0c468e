/** One call of the Bot Connector, Graph or Entra ID: which operation it is, and how it may be refused. */
@NullMarked
package dev.belay.simulator.teams.call;

import org.jspecify.annotations.NullMarked;
