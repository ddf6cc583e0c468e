/** The Bot Connector: what a bot posts, updates and asks. */
@NullMarked
package dev.belay.simulator.teams.connector;

import org.jspecify.annotations.NullMarked;
