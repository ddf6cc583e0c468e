/** The panes of the console: what a person sees and does in each simulated system, read and done over that system's own interface. */
@NullMarked
package dev.belay.local.console.pane;

import org.jspecify.annotations.NullMarked;
