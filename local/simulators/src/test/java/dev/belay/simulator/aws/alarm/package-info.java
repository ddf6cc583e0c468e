@NullMarked
package dev.belay.simulator.aws.alarm;

import org.jspecify.annotations.NullMarked;
