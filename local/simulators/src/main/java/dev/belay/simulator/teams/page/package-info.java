/** Teams as a person in a browser sees it. */
@NullMarked
package dev.belay.simulator.teams.page;

import org.jspecify.annotations.NullMarked;
