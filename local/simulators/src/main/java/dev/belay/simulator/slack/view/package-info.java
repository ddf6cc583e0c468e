/** Modals: which stand open for whom, and what is filled in there. */
@NullMarked
package dev.belay.simulator.slack.view;

import org.jspecify.annotations.NullMarked;
