/** What goes from Teams to the app: presses, messages, installations, changes of channels. */
@NullMarked
package dev.belay.simulator.teams.app;

import org.jspecify.annotations.NullMarked;
