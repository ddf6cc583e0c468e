@NullMarked
package dev.belay.simulator.aws.store;

import org.jspecify.annotations.NullMarked;
