/** What every page for people is made of. */
@NullMarked
package dev.belay.simulator.page;

import org.jspecify.annotations.NullMarked;
