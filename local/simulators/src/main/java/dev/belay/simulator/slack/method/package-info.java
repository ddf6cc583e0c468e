/** The methods of the Web API, by family. */
@NullMarked
package dev.belay.simulator.slack.method;

import org.jspecify.annotations.NullMarked;
