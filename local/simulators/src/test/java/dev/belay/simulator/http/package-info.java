@NullMarked
package dev.belay.simulator.http;

import org.jspecify.annotations.NullMarked;
