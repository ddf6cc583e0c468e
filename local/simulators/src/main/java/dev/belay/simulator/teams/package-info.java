/** Microsoft Teams with one tenant, in memory and over HTTP: Bot Connector, Graph, Entra ID, signing keys, and people. */
@NullMarked
package dev.belay.simulator.teams;

import org.jspecify.annotations.NullMarked;
