/** How often the app may call, and calls that were told to fail. */
@NullMarked
package dev.belay.simulator.teams.limit;

import org.jspecify.annotations.NullMarked;
