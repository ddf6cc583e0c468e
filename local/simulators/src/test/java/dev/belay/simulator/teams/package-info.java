@NullMarked
package dev.belay.simulator.teams;

import org.jspecify.annotations.NullMarked;
