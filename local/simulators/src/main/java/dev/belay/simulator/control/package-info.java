/** The desk of every simulator: what tests and stories do to it over HTTP, in JSON. */
@NullMarked
package dev.belay.simulator.control;

import org.jspecify.annotations.NullMarked;
