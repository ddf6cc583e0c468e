/** The one place where ports meet adapters, and where the environment and the secrets are read. It only wires. */
@NullMarked
package dev.belay.wiring;

import org.jspecify.annotations.NullMarked;
