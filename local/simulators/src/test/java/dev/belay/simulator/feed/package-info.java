@NullMarked
package dev.belay.simulator.feed;

import org.jspecify.annotations.NullMarked;
