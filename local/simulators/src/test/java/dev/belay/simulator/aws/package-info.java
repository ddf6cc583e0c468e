/** What the simulated AWS accepts, refuses and remembers. */
@NullMarked
package dev.belay.simulator.aws;

import org.jspecify.annotations.NullMarked;
