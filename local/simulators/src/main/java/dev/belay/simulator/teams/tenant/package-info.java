/** What a tenant holds: people, teams, channels, messages, tabs, the app. */
@NullMarked
package dev.belay.simulator.teams.tenant;

import org.jspecify.annotations.NullMarked;
