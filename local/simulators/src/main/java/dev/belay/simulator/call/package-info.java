/** What an app called, and calls that were told to fail. */
@NullMarked
package dev.belay.simulator.call;

import org.jspecify.annotations.NullMarked;
