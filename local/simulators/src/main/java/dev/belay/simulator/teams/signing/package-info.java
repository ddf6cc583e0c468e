/** The Bot Connector's keys, and the tokens that it signs for each activity. */
@NullMarked
package dev.belay.simulator.teams.signing;

import org.jspecify.annotations.NullMarked;
