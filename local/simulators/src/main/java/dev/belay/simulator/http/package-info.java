/** The ground that every simulator stands on: one small HTTP server, and the line on which its calls can be made to fail. */
@NullMarked
package dev.belay.simulator.http;

import org.jspecify.annotations.NullMarked;
