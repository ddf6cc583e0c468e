/** One operation as it is asked for, the permissions that it needs, and how it is refused. */
@NullMarked
package dev.belay.simulator.aws.call;

import org.jspecify.annotations.NullMarked;
