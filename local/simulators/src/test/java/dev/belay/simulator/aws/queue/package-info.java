@NullMarked
package dev.belay.simulator.aws.queue;

import org.jspecify.annotations.NullMarked;
