/** The messages on Belay's own queues, as JSON: ingress writes them, the workers read them. */
@NullMarked
package dev.belay.events;

import org.jspecify.annotations.NullMarked;
