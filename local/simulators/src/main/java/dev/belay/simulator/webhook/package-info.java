/** A receiver of webhooks in the JVM: it proves signatures, remembers idempotency keys, and answers as it is told. */
@NullMarked
package dev.belay.simulator.webhook;

import org.jspecify.annotations.NullMarked;
