/** The calls of Microsoft Graph that concern teams, channels, messages and tabs. */
@NullMarked
package dev.belay.simulator.teams.graph;

import org.jspecify.annotations.NullMarked;
