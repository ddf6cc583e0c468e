@NullMarked
package dev.belay.simulator.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
