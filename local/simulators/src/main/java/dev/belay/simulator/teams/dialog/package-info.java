/** Dialogs, once called task modules: what the app answers to open one, and what people fill in there. */
@NullMarked
package dev.belay.simulator.teams.dialog;

import org.jspecify.annotations.NullMarked;
